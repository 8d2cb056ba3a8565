using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>Domains that asked to slow down: each is left alone for a while.</summary>
internal sealed partial class SlowedDomains(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _slowed = new(StringComparer.Ordinal);

    /// <returns>Until when nothing goes to the domain; null where nothing keeps mail from it.</returns>
    public DateTimeOffset? Until(string domain) => _slowed.TryGetValue(domain, out var until) && until > time.GetUtcNow() ? until : null;

    /// <summary>To the second, as the database has it: mail that is due again there must not find the domain still slowed here.</summary>
    public void Slow(string domain, DateTimeOffset until) => _slowed[domain] = StoredTime.FromStorage(until.ToStorage());

    /// <summary>A reply that is about the rate of mail to a whole domain: 421, or Gmail's and others' words for too much at once.</summary>
    public static bool IsAboutRate(TransportReply reply) =>
        reply is { Outcome: TransportOutcome.Deferred, Stage: >= TransportStage.Recipient, IsBroken: false } && AboutRate().IsMatch(reply.Text);

    [GeneratedRegex(@"^421\b|\b4\.7\.28\b|\brate\b|\btoo (?:many|fast)\b|\bthrottl",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex AboutRate();
}

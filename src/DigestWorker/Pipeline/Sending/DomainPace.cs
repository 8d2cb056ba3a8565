using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>How fast mails go out, to everybody and to each domain; a domain that asks to slow down is left alone for a while.</summary>
/// <param name="shared">Takes a turn at a rate that all workers share and says how long to wait for it; null where there is one sender.</param>
internal sealed partial class DomainPace(SmtpSettings settings, TimeProvider time, Func<string, int, TimeSpan?>? shared = null) : IDisposable
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _slowed = new(StringComparer.Ordinal);
    private readonly PartitionedRateLimiter<string> _perDomain = Limiter(settings.PerMinuteAndDomain, domain => domain);
    private readonly PartitionedRateLimiter<string> _all = Limiter(settings.PerMinute, _ => "");

    /// <summary>No rate is set, so that nobody waits for a turn.</summary>
    public bool IsFree => settings is { PerMinute: 0, PerMinuteAndDomain: 0 };

    public async Task WaitTurnAsync(string domain, CancellationToken cancellationToken)
    {
        if (!await WaitSharedAsync(domain, settings.PerMinuteAndDomain, cancellationToken))
        {
            using var own = await _perDomain.AcquireAsync(domain, 1, cancellationToken);
        }

        if (!await WaitSharedAsync("", settings.PerMinute, cancellationToken))
        {
            using var all = await _all.AcquireAsync(domain, 1, cancellationToken);
        }
    }

    /// <returns>False where each process counts for itself.</returns>
    private async Task<bool> WaitSharedAsync(string key, int perMinute, CancellationToken cancellationToken)
    {
        if (perMinute == 0 || shared?.Invoke(key, perMinute) is not { } wait)
        {
            return false;
        }

        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancellationToken);
        return true;
    }

    /// <returns>Until when nothing goes to the domain; null where nothing keeps mail from it.</returns>
    public DateTimeOffset? SlowedUntil(string domain) => _slowed.TryGetValue(domain, out var until) && until > time.GetUtcNow() ? until : null;

    /// <summary>To the second, as the database has it: mail that is due again there must not find the domain still slowed here.</summary>
    public void Slow(string domain, DateTimeOffset until) => _slowed[domain] = StoredTime.FromStorage(until.ToStorage());

    /// <summary>A reply that is about the rate of mail to a whole domain: 421, or Gmail's and others' words for too much at once.</summary>
    public static bool IsAboutRate(TransportReply reply) =>
        reply is { Outcome: TransportOutcome.Deferred, Stage: >= TransportStage.Recipient, IsBroken: false } && AboutRate().IsMatch(reply.Text);

    [GeneratedRegex(@"^421\b|\b4\.7\.28\b|\brate\b|\btoo (?:many|fast)\b|\bthrottl",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex AboutRate();

    public void Dispose()
    {
        _perDomain.Dispose();
        _all.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute, Func<string, string> partition) =>
        PartitionedRateLimiter.Create<string, string>(domain => perMinute == 0
            ? RateLimitPartition.GetNoLimiter(partition(domain))
            : RateLimitPartition.GetTokenBucketLimiter(partition(domain), _ => Bucket(perMinute)));

    // One mail at a time where fewer than one a second may go, else a second's share.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = Math.Max(1, perMinute / 60),
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 60 ? 60.0 / perMinute : 1),
        QueueLimit = int.MaxValue,
    };
}

using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>The one subscriber whose digest proves that mail arrives.</summary>
internal sealed class Canary(DigestSettings settings, Editions editions, CanaryDigests digests)
{
    /// <returns>What of the editions published between the two instants counts as missing and why, each under a key of its own.</returns>
    public IReadOnlyList<(string Key, string Words)> Missing(DateTimeOffset from, DateTimeOffset to)
    {
        if (settings.Delivery.Canary is not { } address)
        {
            return [];
        }

        List<Edition> published = [.. editions.Weeks(from, to).OrderBy(week => week.Monday).Select(editions.Find).OfType<Edition>()];
        return published.Count > 0 && !digests.IsSubscribed(address)
            ? [("canary", "The canary is not subscribed, so nothing shows that mail arrives: subscribe the address of Delivery:Canary, or name another.")]
            : [.. published.Select(edition => (edition.Week, Digest: digests.Find(edition, address)))
                .Where(one => one.Digest is { } digest && digest.ComposedAt < to)
                .Select(one => (Key: $"canary {one.Week}", Words: Fault(one.Week, one.Digest!)))
                .Where(missing => missing.Words.Length > 0)];
    }

    // What a later digest covers was to be missing.
    private string Fault(EditionWeek week, CanaryDigest digest) => digest.State switch
    {
        DeliveryState.Suppressed => "",
        not DeliveryState.Sent => $"The canary's digest of {week} is not sent; it is {digest.State.ToString().ToLowerInvariant()}.",
        _ => HasArrived(digest.MessageId) == false
            ? $"The canary's digest of {week} was taken by the mail server but is not in {settings.Delivery.CanaryMaildir}."
            : "",
    };

    /// <returns>Null where no maildir can be looked into.</returns>
    private bool? HasArrived(string messageId) =>
        settings.Delivery.CanaryMaildir is { } folder && Directory.Exists(folder) ? new Maildir(folder).Holds(messageId) : null;
}

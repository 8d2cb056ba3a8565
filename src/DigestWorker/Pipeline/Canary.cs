using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>The one subscriber whose digest proves that mail arrives.</summary>
internal sealed class Canary(DigestSettings settings, Editions editions, EditionReports reports)
{
    /// <returns>By edition published between the two instants: why its digest of the canary counts as missing.</returns>
    public IEnumerable<(EditionWeek Week, string Words)> Missing(DateTimeOffset from, DateTimeOffset to)
    {
        if (settings.Delivery.Canary is not { } address)
        {
            yield break;
        }

        foreach (var edition in editions.Weeks(from, to).OrderBy(week => week.Monday).Select(editions.Find).OfType<Edition>())
        {
            switch (reports.Of(edition, address))
            {
                case { State: not DeliveryState.Sent } digest:
                    yield return (edition.Week, $"The canary's digest of {edition.Week} is not sent; it is {digest.State.ToString().ToLowerInvariant()}.");
                    break;
                case { } digest when HasArrived(digest.MessageId) == false:
                    yield return (edition.Week, $"The canary's digest of {edition.Week} was taken by the mail server but is not in {settings.Delivery.CanaryMaildir}.");
                    break;
            }
        }
    }

    /// <returns>Null where no maildir can be looked into.</returns>
    private bool? HasArrived(string messageId) =>
        settings.Delivery.CanaryMaildir is { } folder && Directory.Exists(folder) ? new Maildir(folder).Holds(messageId) : null;
}

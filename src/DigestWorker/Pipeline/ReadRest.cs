using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>What found no room in a digest, for its own reader: selected once more, by the same steps.</summary>
internal sealed class ReadRest(Digests digests, Editions editions, KeptDigests kept, OpenEdition open)
{
    /// <returns>Best first; null where the token opens no digest of the week that is still kept.</returns>
    public IReadOnlyList<OneLinerView>? Run(EditionWeek week, string token)
    {
        if (digests.Find(week, token) is not { Html.Length: > 0 } digest || editions.Find(week) is not { } edition
            || kept.Find(edition, digest.SubscriberId) is not { } held)
        {
            return null;
        }

        var (subscriber, window) = (held.Reader.Subscriber, held.Reader.Window);
        var ranked = open.Run(week, window.From, window.To).Ranked(subscriber, window, held.Before.Select(one => one.Release).ToHashSet());
        return [.. ranked.Where(selected => held.Position(selected.Release.Id) is null).Select((selected, index) => OneLinerView.Of(selected, index + 1))];
    }
}

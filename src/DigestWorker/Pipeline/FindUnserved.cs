using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Who has no digest in an edition yet, and which of them want none now.</summary>
internal sealed class FindUnserved(Editions editions, Subscribers subscribers, QuietTeams quietTeams, TimeProvider time)
{
    public Readership Run(Edition edition, Func<Subscriber, bool> wanted)
    {
        var (found, waitsFor) = (new Readership(subscribers), WaitsFor(EditionWeek.LondonDay(time.GetUtcNow())));
        foreach (var one in InBatches(edition, wanted).SelectMany(batch => Unserved(edition, batch)).Where(one => one.Window.From < one.Window.To))
        {
            if (waitsFor(one) is { } reason)
            {
                found.Add(one.Subscriber.Id, reason);
            }
            else
            {
                found.Add(one);
            }
        }

        return found;
    }

    /// <returns>Everybody wanted, paused or not, who has no digest in the edition.</returns>
    public IEnumerable<Subscriber> All(Edition edition, Func<Subscriber, bool> wanted) => InBatches(edition, wanted).SelectMany(batch => batch);

    private IEnumerable<List<Subscriber>> InBatches(Edition edition, Func<Subscriber, bool> wanted) =>
        from batch in subscribers.InBatches(IdRange.All)
        let served = editions.Served(edition.Id, new IdRange(batch[0].Id, batch[^1].Id))
        select batch.Where(subscriber =>
            subscriber.State is SubscriberState.Active or SubscriberState.Paused && wanted(subscriber) && !served.Contains(subscriber.Id)).ToList();

    private IEnumerable<Unserved> Unserved(Edition edition, List<Subscriber> batch)
    {
        if (batch.Count == 0)
        {
            return [];
        }

        var last = editions.LastDigests(edition.Week, new IdRange(batch[0].Id, batch[^1].Id));
        return batch.Select(subscriber => Pipeline.Unserved.Of(subscriber, edition, last.GetValueOrDefault(subscriber.Id)));
    }

    // A pause whose day has come is over, whether or not that is noted yet.
    private Func<Unserved, WaitsFor?> WaitsFor(DateOnly today)
    {
        var quiet = quietTeams.Who(today);
        return one => one.Subscriber switch
        {
            { State: SubscriberState.Paused } paused when !(paused.Wishes.PausedUntil <= today) => Domain.WaitsFor.Pause,
            var subscriber when quiet.Contains(subscriber.Id) => Domain.WaitsFor.QuietDays,
            _ => null,
        };
    }
}

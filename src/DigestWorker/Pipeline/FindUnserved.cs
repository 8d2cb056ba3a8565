using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Who has no digest in an edition yet, and which of them want none now.</summary>
internal sealed class FindUnserved(Editions editions, Subscribers subscribers, QuietTeams quietTeams, TimeProvider time)
{
    public (IReadOnlyList<Unserved> Missing, IReadOnlyList<(long Id, WaitsFor WaitsFor)> Waiting) Run(Edition edition, Func<Subscriber, bool> wanted)
    {
        var last = editions.LastDigests(edition.Week);
        var all = All(edition, wanted)
            .Select(subscriber => Unserved.Of(subscriber, edition, last.GetValueOrDefault(subscriber.Id)))
            .Where(one => one.Window.From < one.Window.To)
            .ToLookup(WaitsFor(EditionWeek.LondonDay(time.GetUtcNow())));
        return ([.. all[null]], [.. all.Where(some => some.Key is not null).SelectMany(some => some.Select(one => (one.Subscriber.Id, some.Key!.Value)))]);
    }

    /// <returns>Everybody wanted, paused or not, who has no digest in the edition.</returns>
    public IEnumerable<Subscriber> All(Edition edition, Func<Subscriber, bool> wanted)
    {
        var served = editions.Served(edition.Id);
        return subscribers.All().Where(subscriber =>
            subscriber.State is SubscriberState.Active or SubscriberState.Paused && wanted(subscriber) && !served.Contains(subscriber.Id));
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

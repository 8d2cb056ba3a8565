using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>An event as it was shown and as it is told now; one of the two may be missing.</summary>
internal sealed record EventPair(PublishedEvent? Shown, ComingUp? Told);

/// <summary>Which of a release's events of one type is which: by the same day, by the day it moved from or, where as many are gone as came, in order.</summary>
internal static class EventPairs
{
    public static IReadOnlyList<EventPair> Of(IEnumerable<PublishedEvent> shown, IEnumerable<ComingUp> told, DateOnly today)
    {
        var (gone, come) = (shown.ToList(), told.OrderBy(one => one.Event.Day).ToList());
        List<EventPair> pairs = [.. Take(gone, come, one => one.Event.Day), .. Take(gone, come, one => one.Event.MovedFrom)];

        // Where the numbers differ nobody can say which became which.
        var ahead = gone.FindAll(one => one.Day >= today);
        return ahead.Count == come.Count
            ? [.. pairs, .. ahead.Zip(come, (before, now) => new EventPair(before, now))]
            : [.. pairs, .. ahead.Select(before => new EventPair(before, Told: null)), .. come.Select(now => new EventPair(Shown: null, now))];
    }

    /// <summary>Takes out of both lists what stands on the same day.</summary>
    private static List<EventPair> Take(List<PublishedEvent> gone, List<ComingUp> come, Func<ComingUp, DateOnly?> day)
    {
        var pairs = new List<EventPair>();
        foreach (var told in come.ToList())
        {
            if (gone.Find(one => one.Day == day(told)) is { } shown)
            {
                pairs.Add(new EventPair(shown, told));
                gone.Remove(shown);
                come.Remove(told);
            }
        }

        return pairs;
    }
}

using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Somebody who has no digest in an edition yet, and what the digest would cover.</summary>
/// <param name="IsNew">No digest was sent or is queued since the present subscription began.</param>
internal sealed record Unserved(Subscriber Subscriber, DigestWindow Window, bool IsNew)
{
    /// <param name="last">Null for somebody who never had a digest.</param>
    public static Unserved Of(Subscriber subscriber, Edition edition, LastDigest? last)
    {
        var isNew = last is null || last.ComposedAt < subscriber.Since;
        var first = new DigestWindow(edition.CutOff - DigestWindow.FirstLookBack, edition.CutOff, First: true);
        // Whoever had left and comes back after long begins anew; what went on while they were gone was not theirs.
        return last is null || (isNew && last.WindowTo < first.From)
            ? new Unserved(subscriber, first, isNew)
            : new Unserved(subscriber, new DigestWindow(last.WindowTo, edition.CutOff, First: false), isNew);
    }

    /// <summary>Nobody misses a digest from before their time, and a first one looks back anyway.</summary>
    /// <param name="outcomes">Of weeks that were not empty for this subscriber.</param>
    public QuietWeeks Quiet(EditionWeek week, IReadOnlySet<EditionWeek> published, IEnumerable<(EditionWeek Week, WeekOutcome Outcome)> outcomes)
    {
        var known = outcomes.ToLookup(one => one.Week, one => one.Outcome);
        var quiet = QuietWeeks.Before(
            week,
            Subscriber.Since > Window.From ? Subscriber.Since : Window.From,
            before => known.Contains(before) ? known[before].Max() : published.Contains(before) ? WeekOutcome.Empty : WeekOutcome.Missed);
        return Window.First ? quiet with { Missed = [] } : quiet;
    }
}

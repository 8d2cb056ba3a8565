using DigestWorker.Composing;
using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Website;

/// <summary>Brings the published events up to what releases tell now.</summary>
internal sealed class KeepCalendar(Releases releases, PublishedEvents events, DigestWords words, TimeProvider time)
{
    // What has just passed stays to be looked up; what is told for later than that is no plan.
    private const int WeeksBack = 8, YearsAhead = 10;

    /// <param name="host">The public address's.</param>
    public DaysAhead Run(string host)
    {
        var now = time.GetUtcNow();
        var today = EditionWeek.LondonDay(now);
        var from = today.AddDays(-7 * WeeksBack);
        var told = releases.Ahead(from, today.AddYears(YearsAhead));
        var shown = events.Update(before => new CalendarChanges(host, words.QuoteWords, now).Of(before, told));
        PublishedEvent[] recent = [.. shown.Where(one => one.Day >= from)];
        return new DaysAhead(
            recent,
            [.. told.Where(one => one.Event.Precision is DatePrecision.Month or DatePrecision.Year && one.Event.LastDay >= today)],
            releases.Of(recent.Select(one => one.ReleaseId).Union(told.Select(one => one.Release.Id))));
    }
}

/// <param name="WithoutDay">What is told only with a month or year, and is not over yet.</param>
/// <param name="Releases">All that these come from.</param>
internal sealed record DaysAhead(
    IReadOnlyList<PublishedEvent> Events, IReadOnlyList<ComingUp> WithoutDay, IReadOnlyList<Release> Releases);

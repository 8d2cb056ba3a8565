using System.Data.Common;
using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>When the schedule reads a source again: by its server's word, by its own pace, and after failures with growing pauses.</summary>
internal static class Pace
{
    // A publisher that brings something once a week is asked every few hours, never more rarely than this.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    // The ladder of pauses after failures ends at a day and is never given up; each success is one step down.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(30), LongestBackOff = TimeSpan.FromDays(1);

    public const int DaysRemembered = 20;

    private const int AsksPerNewEntry = 24, FewestDays = 4;

    /// <returns>The median time between two days with something new; null while too little is known.</returns>
    public static TimeSpan? Usual(IReadOnlyList<DateOnly> days)
    {
        if (days.Count < FewestDays)
        {
            return null;
        }

        var gaps = days.Zip(days.Skip(1), (later, earlier) => later.DayNumber - earlier.DayNumber).Order().ToList();
        return TimeSpan.FromDays(gaps[gaps.Count / 2]);
    }

    public static TimeSpan? Usual(DbConnection connection, long sourceId) =>
        Usual(SourceHealths.NewEntryDays(connection, sourceId, DaysRemembered));

    /// <param name="usual">The usual time between two days with something new; null while too little is known.</param>
    public static DateTimeOffset? AfterSuccess(ReadResult result, TimeSpan? usual, DateTimeOffset now)
    {
        var own = usual is { } pace ? Shorter(pace / AsksPerNewEntry, LongestPause) : TimeSpan.Zero;
        var pause = result.FreshFor is { } fresh && fresh > own ? Shorter(fresh, LongestBackOff) : own;
        return pause > TimeSpan.Zero ? now + pause : null;
    }

    /// <param name="failures">This one included.</param>
    public static DateTimeOffset AfterFailure(ReadResult.Failed failed, int failures, DateTimeOffset now)
    {
        var ladder = failed.Trouble is Trouble.Gone or Trouble.Misconfigured
            ? LongestBackOff
            : GrowingPause.Of(FirstPause, failures, LongestBackOff);
        var asked = failed.RetryAt is { } at ? Shorter(at - now, LongestBackOff) : TimeSpan.Zero;
        return now + (asked > TimeSpan.Zero ? asked : ladder);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

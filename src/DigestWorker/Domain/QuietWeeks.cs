namespace DigestWorker.Domain;

/// <summary>The weeks since somebody's last digest, oldest first, and why they brought none. Weeks in which none was wanted are in neither list.</summary>
/// <param name="Empty">An edition was composed to its end and held nothing for this subscriber.</param>
/// <param name="Missed">None was, or none that reached this subscriber, whomever else it did.</param>
public sealed record QuietWeeks(IReadOnlyList<EditionWeek> Empty, IReadOnlyList<EditionWeek> Missed)
{
    public static readonly QuietWeeks None = new([], []);

    /// <param name="week">Of the edition that is composed; its window is open since <paramref name="since"/>.</param>
    public static QuietWeeks Before(EditionWeek week, DateTimeOffset since, Func<EditionWeek, WeekOutcome> outcome)
    {
        var between = Weeks(week, since).Reverse().ToLookup(outcome);
        return new QuietWeeks([.. between[WeekOutcome.Empty]], [.. between[WeekOutcome.Missed]]);
    }

    private static IEnumerable<EditionWeek> Weeks(EditionWeek week, DateTimeOffset since)
    {
        for (var before = week.Previous; before.End > since; before = before.Previous)
        {
            yield return before;
        }
    }
}

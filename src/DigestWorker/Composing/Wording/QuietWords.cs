using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>Says what became of the weeks without a digest, so that silence is never taken for a fault, nor a fault for silence.</summary>
internal static class QuietWords
{
    public static string Of(QuietWeeks quiet) => string.Join(' ', new[] { Empty(quiet.Empty), Missed(quiet.Missed) }.Where(words => words.Length > 0));

    /// <summary>The whole of a digest that has no release to show.</summary>
    public static string Note(QuietWeeks quiet, EditionWeek week, int sourcesRead) => string.Join(' ', new[]
    {
        $"Nothing new on your topics in the {(quiet.Empty.Count == 0 ? "week" : $"{quiet.Empty.Count + 1} weeks")} to {DateWords.Full(week.Sunday)}.",
        Missed(quiet.Missed),
        $"{Counted.Of(sourcesRead, "source was", "sources were")} checked in this time.",
    }.Where(words => words.Length > 0));

    private static string Empty(IReadOnlyList<EditionWeek> weeks) =>
        weeks.Count == 0 ? "" : $"Nothing new on your topics in the {Weeks(weeks)}.";

    private static string Missed(IReadOnlyList<EditionWeek> weeks) =>
        weeks.Count == 0 ? "" : $"No digest went out for the {Weeks(weeks)}; this one covers that time too.";

    private static string Weeks(IReadOnlyList<EditionWeek> weeks) =>
        (weeks.Count == 1 ? "week to " : "weeks to ") + Listing.Of([.. weeks.Select(week => DateWords.Full(week.Sunday))]);
}

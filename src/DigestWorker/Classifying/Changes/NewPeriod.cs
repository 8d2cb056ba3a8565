namespace DigestWorker.Classifying.Changes;

/// <summary>Tells the next period of a series from a change of what stands there.</summary>
internal static class NewPeriod
{
    // Of the 459 date moves in three years of DfE's list, no series came faster than fortnightly and corrections were shorter.
    private const int FewestDays = 14;
    private const int FewestDaysOfWeekly = 5;

    /// <returns>What period came; null where none did.</returns>
    public static string? Of(VersionText before, VersionText after, TextChanges changes) =>
        InTitle(before.PlainTitle, after.PlainTitle)
        ?? InFigures(before, after, changes)
        ?? (after.IsStanding ? InSeries(before, changes) ?? InDate(before, after) : null);

    private static string? InTitle(string before, string after) =>
        IsSameButFigures(before, after) ? Later([before], [after]) : null;

    // Every change in the text is a figure or a period, as where a table is brought up to date.
    private static string? InFigures(VersionText before, VersionText after, TextChanges changes) =>
        IsSameButFigures(before.PlainTitle, after.PlainTitle)
        && changes.Added.Concat(changes.Removed).All(block => block.Shape is BlockShape.Fragment)
        && changes.Changed.All(pair => IsSameButFigures(pair.Before.Text, pair.After.Text))
            ? Later(changes.Changed.Select(pair => pair.Before.Text), changes.Changed.Select(pair => pair.After.Text))
            : null;

    private static string? InSeries(VersionText before, TextChanges changes) =>
        Later(
            [before.PlainTitle, .. PageText.Of(before.Text).Blocks.Select(block => block.Text)],
            [.. changes.Added.Select(block => block.Text), .. changes.Changed.Select(pair => pair.After.Text)]);

    private static string? InDate(VersionText before, VersionText after) =>
        DateMove.Between(before.Published, after.Published) is { } move && move.Days >= FewestDaysOf(after)
            ? $"new release of {DateMove.Said(move.Now)} (the last was of {DateMove.Said(move.Was)})"
            : null;

    private static int FewestDaysOf(VersionText version) =>
        $"{version.Title} {version.Text}".Contains("weekly", StringComparison.OrdinalIgnoreCase)
        && !$"{version.Title} {version.Text}".Contains("fortnight", StringComparison.OrdinalIgnoreCase)
            ? FewestDaysOfWeekly
            : FewestDays;

    private static bool IsSameButFigures(string before, string after) => Masked(before) == Masked(after);

    private static string Masked(string text) => Words.Key(Words.Of(Measures.WithoutFigures(text)));

    private static string? Later(IEnumerable<string> before, IEnumerable<string> after) =>
        Periods.Latest(before) is { } was && Periods.Latest(after) is { } now && Periods.End(now) > Periods.End(was)
            ? $"new period {now.Text} (was {was.Text})"
            : null;
}

namespace DigestWorker.Classifying.Changes;

/// <summary>The reasons to call two versions different, each once, the weightiest first.</summary>
internal static class ChangeReasons
{
    private const int Most = 40;

    public static IReadOnlyList<ChangeReason> Of(VersionText before, VersionText after, TextChanges changes) =>
        [.. OfTitle(before.PlainTitle, after.PlainTitle)
            .Concat(changes.Changed.SelectMany(PairReasons.Of))
            .Concat(LoneReasons.Of(changes))
            .Select(reason => after.IsStanding ? OfSeries(reason) : reason)
            .OrderByDescending(reason => reason.Weight)
            .DistinctBy(reason => reason.Words, StringComparer.Ordinal)
            .Take(Most)];

    private static IEnumerable<ChangeReason> OfTitle(string before, string after)
    {
        var pair = new BlockPair(new TextBlock(before, "", BlockShape.Heading), new TextBlock(after, "", BlockShape.Heading));
        return pair.Before.Key == pair.After.Key ? [] : PairReasons.Of(pair).Select(reason => reason with { Words = $"title: {reason.Words}" });
    }

    // The words of a series describe every release of it: only another value among them is news.
    private static ChangeReason OfSeries(ChangeReason reason) =>
        reason.IsNewValue ? reason : reason with { Weight = Math.Min(reason.Weight, ChangeReason.Minor) };
}

namespace DigestWorker.Classifying.Changes;

/// <summary>Two texts set against each other: blocks that stand in both, wherever, are out of it.</summary>
internal sealed record TextChanges(IReadOnlyList<BlockPair> Changed, IReadOnlyList<TextBlock> Removed, IReadOnlyList<TextBlock> Added)
{
    /// <summary>True when hardly a sentence is left, or too many changed to tell one by one.</summary>
    public bool IsRewritten { get; init; }

    /// <summary>True when signs or capitals differ that no word depends on.</summary>
    public bool IsRespelt { get; init; }

    public bool IsMoved { get; init; }

    public static TextChanges Between(string before, string after) => Between(PageText.Of(before), PageText.Of(after));

    private static TextChanges Between(PageText before, PageText after)
    {
        var difference = Difference.Between(before.Blocks, after.Blocks, block => block.Key);
        return Paired(difference, IsRewriting(difference, before)) with
        {
            IsRespelt = !Difference.Between(before.Blocks, after.Blocks, block => block.Text).IsEmpty,
            IsMoved = !before.Blocks.Select(block => block.Key).SequenceEqual(after.Blocks.Select(block => block.Key)),
        };
    }

    private static bool IsRewriting(Difference<TextBlock> difference, PageText before) =>
        !BlockPairing.IsWithinBounds(difference) || (before.Blocks.Count > 2 && difference.Removed.Count == before.Blocks.Count);

    private static TextChanges Paired(Difference<TextBlock> difference, bool isRewriting)
    {
        var pairs = BlockPairing.Of(difference);
        return new TextChanges(
            pairs,
            [.. difference.Removed.Except(pairs.Select(pair => pair.Before), ReferenceEqualityComparer.Instance).Cast<TextBlock>()],
            [.. difference.Added.Except(pairs.Select(pair => pair.After), ReferenceEqualityComparer.Instance).Cast<TextBlock>()])
        {
            IsRewritten = isRewriting && pairs.Count == 0,
        };
    }
}

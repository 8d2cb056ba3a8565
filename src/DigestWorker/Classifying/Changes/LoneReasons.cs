namespace DigestWorker.Classifying.Changes;

/// <summary>Names what came new to a text or went from it.</summary>
internal static class LoneReasons
{
    private const int WordsShown = 14;

    public static IEnumerable<ChangeReason> Of(TextChanges changes) =>
        changes.IsRewritten
            ? [new ChangeReason(ChangeReason.Telling, "the text was rewritten")]
            : [.. Of(changes.Added, "new section", "added"), .. Of(changes.Removed, "section removed:", "removed")];

    // A section that came or went as a whole is told once; a heading without anything new beneath is a fragment.
    private static IEnumerable<ChangeReason> Of(IReadOnlyList<TextBlock> blocks, string asSection, string asLine)
    {
        var filled = blocks.Where(block => block.Shape is BlockShape.Sentence).Select(block => block.Section).ToHashSet(StringComparer.Ordinal);
        var sections = blocks.Where(block => block.Shape is BlockShape.Heading && filled.Contains(block.Text)).ToList();
        var told = sections.Select(block => block.Text).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sections.Select(block => new ChangeReason(ChangeReason.Telling, $"{asSection} \"{block.Text}\"")),
            .. blocks.Where(block => !told.Contains(block.Section)).Select(block => Line(block, asLine)),
        ];
    }

    private static ChangeReason Line(TextBlock block, string asLine) =>
        new(Weight(block), $"{asLine}: \"{Words.Shortened(block.Text, WordsShown)}\"", block.Section == block.Text ? "" : block.Section);

    private static int Weight(TextBlock block) => block.Shape switch
    {
        _ when DutyWords.Of(block.Words).Any(duty => duty.IsBinding) => ChangeReason.Telling,
        BlockShape.Sentence => ChangeReason.News,
        _ => ChangeReason.Minor,
    };
}

namespace DigestWorker.Classifying.Changes;

/// <summary>Finds the new wording of each removed block: the likeliest pairs first, each block once.</summary>
internal static class BlockPairing
{
    // Two texts that differ in more places than this are not compared place by place.
    private const int MostComparisons = 160_000;
    private const double LeastLikeness = 0.5;
    private const double SameSection = 0.1;

    public static bool IsWithinBounds(Difference<TextBlock> difference) =>
        (long)difference.Removed.Count * difference.Added.Count <= MostComparisons;

    /// <returns>None where the two texts differ beyond bounds.</returns>
    public static IReadOnlyList<BlockPair> Of(Difference<TextBlock> difference) => IsWithinBounds(difference) ? Best(difference) : [];

    private static List<BlockPair> Best(Difference<TextBlock> difference)
    {
        var removed = difference.Removed.Select(block => new Candidate(block)).ToList();
        var added = difference.Added.Select(block => new Candidate(block)).ToList();
        var pairs = from was in removed
                    from now in added
                    let likeness = Likeness(was, now)
                    where likeness >= LeastLikeness
                    orderby likeness descending
                    select (was, now);
        return [.. pairs.Where(pair => TakeBoth(pair.was, pair.now)).Select(pair => new BlockPair(pair.was.Block, pair.now.Block))];
    }

    private static bool TakeBoth(Candidate was, Candidate now)
    {
        var free = !was.IsTaken && !now.IsTaken;
        was.IsTaken |= free;
        now.IsTaken |= free;
        return free;
    }

    private static double Likeness(Candidate was, Candidate now)
    {
        if ((was.Block.Shape is BlockShape.Heading) != (now.Block.Shape is BlockShape.Heading))
        {
            return 0;
        }

        var dice = 2.0 * was.Words.Count(now.Words.Contains) / (was.Words.Count + now.Words.Count);
        return dice + (was.Block.Section == now.Block.Section ? SameSection : 0);
    }

    private sealed class Candidate(TextBlock block)
    {
        public TextBlock Block { get; } = block;

        public HashSet<string> Words { get; } = new(block.Words.Select(Masked), StringComparer.OrdinalIgnoreCase);

        public bool IsTaken { get; set; }

        // One number may become another in the same sentence.
        private static string Masked(string word) => char.IsDigit(word[^1]) || word[0] == '£' || word[^1] == '%' ? "#" : word;
    }
}

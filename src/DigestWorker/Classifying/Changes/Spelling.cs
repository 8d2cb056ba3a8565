namespace DigestWorker.Classifying.Changes;

/// <summary>Tells another spelling from another word.</summary>
internal static class Spelling
{
    private const double LeastLikeness = 0.75;
    private const int LongestCompared = 60;

    /// <summary>"safe guarding" and "safeguarding", "behavior" and "behaviour"; never two numbers.</summary>
    public static bool IsSame(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        var (one, other) = (string.Concat(was), string.Concat(now));
        return one == other || (was.Count == now.Count && was.Zip(now).All(pair => IsAlike(pair.First, pair.Second)));
    }

    private static bool IsAlike(string one, string other) =>
        one == other
        || (one.Length <= LongestCompared && other.Length <= LongestCompared
            && !one.Any(char.IsDigit) && !other.Any(char.IsDigit)
            && 2.0 * CommonLetters(one, other) / (one.Length + other.Length) > LeastLikeness);

    /// <summary>The length of the longest common subsequence.</summary>
    private static int CommonLetters(string one, string other)
    {
        var lengths = new int[other.Length + 1];
        foreach (var letter in one)
        {
            var diagonal = 0;
            for (var at = 1; at <= other.Length; at++)
            {
                var above = lengths[at];
                lengths[at] = letter == other[at - 1] ? diagonal + 1 : Math.Max(above, lengths[at - 1]);
                diagonal = above;
            }
        }

        return lengths[other.Length];
    }
}

namespace DigestWorker.Classifying.Changes;

/// <summary>A word that turns or narrows what a sentence asks, with the words after it.</summary>
internal sealed record Condition(string Word, string Text);

internal static class Conditions
{
    private const int WordsShown = 8;

    private static readonly HashSet<string> Turning = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "never", "unless", "only", "except", "until", "without",
    };

    public static IReadOnlyList<Condition> Of(IReadOnlyList<string> words) =>
        [.. Enumerable.Range(0, words.Count).Where(at => Turning.Contains(words[at]) && !IsTimeLimit(words, at)).Select(at => At(words, at))];

    /// <summary>"regulated" that became "unregulated", or the other way.</summary>
    public static (string Was, string Now)? Turned(Difference<string> words)
    {
        var pairs = words.Removed.SelectMany(was => words.Added.Select(now => (was, now)));
        return pairs.Cast<(string, string)?>().FirstOrDefault(pair => IsOpposite(pair!.Value.Item1, pair.Value.Item2));
    }

    private static bool IsOpposite(string one, string other) =>
        other.Equals("un" + one, StringComparison.OrdinalIgnoreCase) || one.Equals("un" + other, StringComparison.OrdinalIgnoreCase);

    private static bool IsTimeLimit(IReadOnlyList<string> words, int at) =>
        at + 1 < words.Count && words[at + 1].Equals("delay", StringComparison.OrdinalIgnoreCase);

    private static Condition At(IReadOnlyList<string> words, int at) =>
        new(words[at].ToLowerInvariant(), string.Join(' ', words.Skip(at).Take(WordsShown)));
}

namespace DigestWorker.Classifying.Changes;

internal enum DutyRank
{
    May = 1,
    Should,
    Need,
    Must,
}

/// <summary>A word that says how binding a sentence is.</summary>
/// <param name="IsNegated">"must not", "not required to".</param>
internal sealed record DutyWord(DutyRank Rank, bool IsNegated, string Text)
{
    public bool IsBinding => IsNegated || Rank > DutyRank.May;

    public string Key => $"{Rank} {IsNegated}";
}

/// <summary>Reads must, should, need to, may and what means the same.</summary>
internal static class DutyWords
{
    private static readonly Dictionary<string, DutyRank> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        ["must"] = DutyRank.Must,
        ["shall"] = DutyRank.Must,
        ["should"] = DutyRank.Should,
        ["ought"] = DutyRank.Should,
        ["may"] = DutyRank.May,
        ["might"] = DutyRank.May,
        ["can"] = DutyRank.May,
        ["could"] = DutyRank.May,
    };

    private static readonly Dictionary<string, DutyRank> BeforeTo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["required"] = DutyRank.Must,
        ["obliged"] = DutyRank.Must,
        ["have"] = DutyRank.Must,
        ["has"] = DutyRank.Must,
        ["need"] = DutyRank.Need,
        ["needs"] = DutyRank.Need,
        ["expected"] = DutyRank.Should,
        ["advised"] = DutyRank.Should,
        ["encouraged"] = DutyRank.May,
        ["allowed"] = DutyRank.May,
        ["permitted"] = DutyRank.May,
    };

    public static IReadOnlyList<DutyWord> Of(IReadOnlyList<string> words) =>
        [.. Enumerable.Range(0, words.Count).Select(at => At(words, at)).OfType<DutyWord>()];

    private static DutyWord? At(IReadOnlyList<string> words, int at)
    {
        if (Plain.TryGetValue(words[at], out var rank) && !IsOtherwise(words, at))
        {
            return IsNot(words, at + 1) ? new DutyWord(rank, true, Negated(words[at])) : new DutyWord(rank, false, words[at]);
        }

        if (BeforeTo.TryGetValue(words[at], out rank) && Is(words, at + 1, "to") && !Is(words, at - 1, "in"))
        {
            return IsNot(words, at - 1) ? new DutyWord(rank, true, $"not {words[at]} to") : new DutyWord(rank, false, $"{words[at]} to");
        }

        return null;
    }

    // "May 2025" is a month and "Should you be worried" means "if".
    private static bool IsOtherwise(IReadOnlyList<string> words, int at) =>
        words[at] is "May" || (at == 0 && words[at] is "Should");

    private static string Negated(string word) => word is "can" ? "cannot" : $"{word} not";

    private static bool IsNot(IReadOnlyList<string> words, int at) => Is(words, at, "not") || Is(words, at, "never");

    private static bool Is(IReadOnlyList<string> words, int at, string word) =>
        at >= 0 && at < words.Count && words[at].Equals(word, StringComparison.OrdinalIgnoreCase);
}

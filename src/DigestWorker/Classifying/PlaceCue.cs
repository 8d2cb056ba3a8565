using System.Collections.Frozen;

namespace DigestWorker.Classifying;

/// <summary>Tells "in Reading" and "Reading Borough Council" from reading.</summary>
internal static class PlaceCue
{
    private static readonly FrozenSet<string> Before = Words("in across throughout around near outside");

    private static readonly FrozenSet<string> After = Words(
        "Council Borough City County District Metropolitan Safeguarding Police Constabulary Partnership Crown Magistrates schools councillors MP");

    public static bool Stands(string text, PhraseHit hit) =>
        Before.Contains(LastWord(text.AsSpan(0, hit.Start))) || After.Contains(FirstWord(text.AsSpan(hit.Start + hit.Length)));

    private static string LastWord(ReadOnlySpan<char> text)
    {
        var words = text.TrimEnd();
        return words[(words.LastIndexOf(' ') + 1)..].ToString();
    }

    private static string FirstWord(ReadOnlySpan<char> text)
    {
        var words = text.TrimStart();
        var end = 0;
        while (end < words.Length && char.IsLetter(words[end]))
        {
            end++;
        }

        return words[..end].ToString();
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

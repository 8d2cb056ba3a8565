namespace DigestWorker.Matching.Traits;

/// <summary>The words of a text, folded so that "Children's" and "childrens", "agency" and "agencies" are one.</summary>
internal static class Stems
{
    private const int LongestWord = 40;

    public static IEnumerable<string> Of(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && IsOfWord(text[at]))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                if (Stem(text.AsSpan(start, Math.Min(at - start, LongestWord))) is { Length: > 0 } stem)
                {
                    yield return stem;
                }

                start = -1;
            }
        }
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '\'' or '\u2019';

    private static string Stem(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = 0;
        foreach (var letter in word.TrimEnd("'\u2019"))
        {
            if (letter is '\'' or '\u2019')
            {
                continue;
            }

            folded[length++] = char.ToLowerInvariant(letter);
        }

        return Singular(folded[..length]);
    }

    private static string Singular(ReadOnlySpan<char> word) =>
        word.Length > 4 && word.EndsWith("ies") ? string.Concat(word[..^3], "y")
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1].ToString()
        : word.ToString();
}

using DigestWorker.Composing.Wording;

namespace DigestWorker.Composing.Papers;

/// <summary>A source's sentence, harmless and of bounded length.</summary>
internal static class QuotedSentence
{
    private const int Longest = 240, LongestWord = 20;

    /// <summary>A sentence of a list loses the list's mark.</summary>
    public static string Of(string quotation) => Shortened.ToLength(SafeText.Line(quotation).TrimStart('-', ' '), Longest);

    /// <summary>A string without spaces counts as many words as its length would make.</summary>
    public static int Words(string sentence) => Math.Max(sentence.Count(' ') + 1, sentence.Length / LongestWord);
}

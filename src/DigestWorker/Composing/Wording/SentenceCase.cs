namespace DigestWorker.Composing.Wording;

internal static class SentenceCase
{
    public static string Of(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}

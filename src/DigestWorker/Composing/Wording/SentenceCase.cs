namespace DigestWorker.Composing.Wording;

internal static class SentenceCase
{
    /// <summary>"More than 7,000" where it does not begin a sentence.</summary>
    public static string Within(string printed) => printed.Length == 0 ? printed : char.ToLowerInvariant(printed[0]) + printed[1..];

    public static string Of(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}

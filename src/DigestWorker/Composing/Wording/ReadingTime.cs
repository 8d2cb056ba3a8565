namespace DigestWorker.Composing.Wording;

internal static class ReadingTime
{
    private const int WordsAMinute = 220;

    public static string Of(int words) => $"About {Counted.Of(Math.Max(1, (words + WordsAMinute - 1) / WordsAMinute), "minute", "minutes")}";
}

namespace DigestWorker.Collecting;

/// <summary>How much of a text from outside is kept.</summary>
internal static class Bounded
{
    private const int LongestWord = 40;

    /// <summary>Cut at a word where one ends near the limit, never inside a character.</summary>
    public static string Text(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = limit - 1;
        var space = text.AsSpan(0, limit).LastIndexOfAny(' ', '\n');
        end = space > Math.Max(limit - LongestWord, 0) ? space : char.IsLowSurrogate(text[end]) ? end - 1 : end;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    public static string Line(string text, int limit) => Text(text.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), limit);
}

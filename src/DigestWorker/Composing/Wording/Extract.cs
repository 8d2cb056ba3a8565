using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>The beginning of a source's own text: whole sentences, within a number of words.</summary>
internal static class Extract
{
    /// <summary>A string without spaces counts as many words as its length would make.</summary>
    private const int LongestWord = 20;

    public static string Of(Entry entry, int words)
    {
        var title = SafeText.Line(entry.Title);
        var sentences = ExtractSource.Paragraphs(entry)
            .SelectMany(Sentences.Of)
            .Where(sentence => !IsSame(sentence, title))
            .ToList();

        return Whole(sentences, words) is { Length: > 0 } whole ? whole : Part(sentences.FirstOrDefault(""), words);
    }

    private static string Whole(List<string> sentences, int words)
    {
        var left = words;
        return string.Join(' ', sentences.TakeWhile(sentence => (left -= Words(sentence)) >= 0));
    }

    private static string Part(string sentence, int words) =>
        words == 0 ? "" : Shortened.ToLength(Shortened.ToWords(sentence, words), words * LongestWord);

    private static int Words(string sentence) => Math.Max(sentence.Count(' ') + 1, sentence.Length / LongestWord);

    private static bool IsSame(string sentence, string title) =>
        string.Equals(sentence.TrimEnd('.'), title.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}

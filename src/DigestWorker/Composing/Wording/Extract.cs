using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>The beginning of a source's own text: whole sentences, within a number of words.</summary>
internal static class Extract
{
    private const int LongestWord = 20, LongestRun = 200;

    /// <param name="told">Sentences that the digest has beside it already.</param>
    public static string Of(Entry entry, int words, params IReadOnlyCollection<string> told)
    {
        var title = SafeText.Line(entry.Title);
        var sentences = Joined(
            [.. ExtractSource.Paragraphs(entry).SelectMany(Sentences.Of)],
            sentence => !IsSame(sentence, title) && !told.Contains(sentence, StringComparer.Ordinal) && Care.MayQuote(sentence) && IsReadable(sentence));

        return Whole(sentences, words) is { Length: > 0 } whole ? whole
            : told.Count > 0 ? ""
            : Part(sentences.FirstOrDefault(""), words);
    }

    /// <summary>Without what is not to be quoted, and without what means something only after that.</summary>
    private static List<string> Joined(List<string> all, Func<string, bool> isQuoted)
    {
        List<string> kept = [];
        for (var at = 0; at < all.Count; at++)
        {
            var follows = at == 0 || (kept.Count > 0 && ReferenceEquals(kept[^1], all[at - 1]));
            if (isQuoted(all[at]) && (follows || !Leaning.OnWhatComesBefore(all[at])))
            {
                kept.Add(all[at]);
            }
        }

        return kept;
    }

    private static string Whole(List<string> sentences, int words)
    {
        var left = words;
        return string.Join(' ', sentences.TakeWhile(sentence => (left -= Quotation.Words(sentence)) >= 0));
    }

    private static string Part(string sentence, int words) =>
        words == 0 ? "" : Shortened.ToLength(Shortened.ToWords(sentence, words), words * LongestWord);

    // A key or an encoded picture that got into a text, or where to click.
    private static bool IsReadable(string sentence) =>
        !sentence.Contains("://", StringComparison.Ordinal) && sentence.Split(' ').All(word => word.Length <= LongestRun);

    private static bool IsSame(string sentence, string title) =>
        string.Equals(sentence.TrimEnd('.'), title.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}

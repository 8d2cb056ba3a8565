using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>The beginning of a source's own text: whole sentences, within a number of words.</summary>
internal static class Extract
{
    private const int LongestWord = 20, LongestRun = 200;

    /// <param name="told">Sentences that the digest has beside it already.</param>
    public static string Of(Entry entry, int words, params IReadOnlyCollection<string> told) => Of(entry, words, _ => false, told);

    /// <param name="isRepeated">True for a sentence that the publisher prints beneath other pages too.</param>
    public static string Of(Entry entry, int words, Func<string, bool> isRepeated, IReadOnlyCollection<string> told)
    {
        var title = SafeText.Line(entry.Title);
        var sentences = Joined(
            [.. ExtractSource.Paragraphs(entry).SelectMany(Sentences.Of)],
            sentence => !IsSame(sentence, title) && !told.Contains(sentence, StringComparer.Ordinal) && Care.MayQuote(sentence) && IsReadable(sentence) && !isRepeated(sentence));

        return Whole(sentences, words) is { Length: > 0 } whole ? whole
            : told.Count > 0 ? ""
            : Part(sentences.FirstOrDefault(""), words);
    }

    /// <summary>Without what is not to be quoted, and without what means something only after that. No further than it is read.</summary>
    private static IEnumerable<string> Joined(List<string> all, Func<string, bool> isQuoted)
    {
        var follows = true;
        foreach (var sentence in all)
        {
            follows = isQuoted(sentence) && (follows || !Leaning.OnWhatComesBefore(sentence));
            if (follows)
            {
                yield return sentence;
            }
        }
    }

    private static string Whole(IEnumerable<string> sentences, int words)
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

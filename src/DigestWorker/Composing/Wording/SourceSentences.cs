using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>The sentences of an entry in the order in which a reader meets them: title, summary, text.</summary>
internal sealed class SourceSentences(Entry entry)
{
    /// <summary>Figures are read no further either.</summary>
    private const int Longest = 60_000;

    private const int MostBefore = 2;

    private readonly List<string> _told = [.. new[] { entry.Title, entry.Summary, entry.Content }.SelectMany(Read)];

    /// <returns>Last for a sentence that is not found.</returns>
    public int Place(string sentence) => _told.IndexOf(sentence) is var at and >= 0 ? at : int.MaxValue;

    public bool IsTitle(string sentence) => sentence == entry.Title.Trim();

    /// <summary>What has to be read before a sentence, so that its "they" and "that" mean what they mean in the source.</summary>
    /// <param name="above">The sentence that stands right above it already.</param>
    /// <returns>The sentences before, the first first; empty where none is needed, null where they cannot be had.</returns>
    public IReadOnlyList<string>? Needed(string sentence, string? above)
    {
        if (BeginningOf(_told.IndexOf(sentence)) is { } beginning)
        {
            return above is not null && _told.IndexOf(above) > beginning ? []
                : Care.MayQuote(_told[beginning]) && !Leaning.OnWhatComesBefore(_told[beginning]) ? [_told[beginning]]
                : null;
        }

        List<string> needed = [];
        for (var at = _told.IndexOf(sentence); Leaning.OnWhatComesBefore(_told.ElementAtOrDefault(at) ?? sentence); at--)
        {
            var before = at > 1 ? _told[at - 1] : null;
            if (before is not null && before == above)
            {
                break;
            }

            if (before is null || needed.Count == MostBefore || !Care.MayQuote(before) || !Leaning.IsHeldBy(_told[at], before))
            {
                return null;
            }

            needed.Insert(0, before);
        }

        return needed;
    }

    /// <returns>Where the words stand that a line of a list goes on from, as "Last year the service:"; null where it stands by itself.</returns>
    private int? BeginningOf(int at)
    {
        if (at < 0 || _told[at] is not ['-', ' ', var first, ..] || !char.IsLower(first))
        {
            return null;
        }

        var before = _told.FindLastIndex(at, sentence => !sentence.StartsWith("- ", StringComparison.Ordinal));
        return before >= 0 && _told[before].EndsWith(':') ? before : null;
    }

    private static IEnumerable<string> Read(string text) =>
        (text.Length > Longest ? text[..Longest] : text).ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(Sentences.Of);
}

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

    private static IEnumerable<string> Read(string text) =>
        (text.Length > Longest ? text[..Longest] : text).ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(Sentences.Of);
}

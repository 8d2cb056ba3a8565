using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>An entry laid out for the rules: its passages by place, boilerplate cut.</summary>
internal sealed record Reading(string Title, IReadOnlyList<Passage> Passages)
{
    /// <summary>What follows so much text changes no label.</summary>
    private const int ReadCharacters = 60_000;
    private const int OpeningParagraphs = 2;

    public static Reading Of(Entry entry, string publisher)
    {
        var paragraphs = Boilerplate.Cut(Paragraphs(entry.Content), publisher);
        var summary = paragraphs.Count > 0 && Repeats(entry.Content, entry.Summary) ? "" : Shortened(entry.Summary);
        return new Reading(entry.Title,
        [
            new Passage(Place.Publisher, publisher),
            new Passage(Place.Title, Shortened(entry.Title)),
            .. SummaryLines(summary),
            .. paragraphs.SelectMany(Lines),
        ]);
    }

    public IEnumerable<Passage> At(Place place) => Passages.Where(passage => passage.Place == place);

    private static string[] Paragraphs(string text) =>
        Shortened(text).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<Passage> Lines(string paragraph, int index)
    {
        var place = index < OpeningParagraphs ? Place.Opening : Place.Body;
        return paragraph.Split('\n').Select(line => new Passage(IsListLine(line) ? Place.List : place, line));
    }

    // A sentence ends with its paragraph here too.
    private static IEnumerable<Passage> SummaryLines(string summary) =>
        summary.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new Passage(Place.Summary, line));

    private static bool IsListLine(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    private static bool Repeats(string content, string summary) =>
        content.StartsWith(summary.TrimEnd('.', '…', ' '), StringComparison.OrdinalIgnoreCase);

    private static string Shortened(string text) => text.Length > ReadCharacters ? text[..ReadCharacters] : text;
}

using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>
/// What a publisher prints beneath one page after another: who it is, whom to ring. Such a sentence says nothing of any of the pages.
/// </summary>
internal sealed class RepeatedSentences(IReadOnlyList<Release> releases)
{
    /// <returns>Says of a sentence of the leading report that it is of this kind, or that other pages of its publisher have it word for word.</returns>
    public Func<string, bool> Of(Release release)
    {
        var lead = release.Lead;
        var others = new Lazy<IReadOnlyList<string>>(() => Others(release));
        // A figure may well be told on two pages, and is news on both.
        return sentence =>
            !lead.Understanding.Figures.Any(figure => Quotation.Line(figure.Quotation).Contains(sentence, StringComparison.Ordinal))
            && (PublisherLines.Holds(sentence, lead.Publisher) || others.Value.Any(text => text.Contains(sentence, StringComparison.Ordinal)));
    }

    private List<string> Others(Release release) =>
        ExtractSource.Paragraphs(release.Lead.Entry).SelectMany(Sentences.Of).FirstOrDefault() is not { } opening
            ? []
            : [.. releases.Where(other => other.Id != release.Id)
                .SelectMany(other => other.Entries)
                .Where(entry => entry.Publisher.Equals(release.Lead.Publisher, StringComparison.OrdinalIgnoreCase))
                .Select(entry => entry.Entry.Text)
                // What begins alike tells of the same thing.
                .Where(text => !text.Contains(opening, StringComparison.Ordinal))];
}

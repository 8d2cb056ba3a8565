using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>One version of an entry as it is compared.</summary>
/// <param name="Text">Plain text: paragraphs with a blank line between them, list lines begin with "- ".</param>
/// <param name="Updated">Moves for nothing on most sites, so it never makes a change by itself.</param>
/// <param name="IsStanding">
/// True for a line or page that stands for a whole series, as each line of DfE's list of statistics does:
/// its date is that of its latest release, and its words describe the series.
/// </param>
internal sealed record VersionText(string Title, string Text, PublishedDate? Published, PublishedDate? Updated, bool IsStanding = false)
{
    private const int LongestTitle = 600;

    public static VersionText Of(Entry entry, bool isStanding) => new(entry.Title, entry.Text, entry.Published, entry.Updated, isStanding);

    public string PlainTitle => PlainForm.Of(Title.Length > LongestTitle ? Title[..LongestTitle] : Title);
}

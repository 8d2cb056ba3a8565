using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>What changed in a release, from the latest substantive revision inside the window.</summary>
internal static class ChangeWords
{
    private const int LongestNote = 400;

    public static string Of(Release release, DigestWindow window)
    {
        var latest = release.Entries.SelectMany(entry => entry.Revisions)
            .Where(revision => revision.Substantive && window.Holds(revision.SeenAt))
            .MaxBy(revision => revision.SeenAt);
        return latest is null ? "" : Shortened.ToLength(SafeText.Line(Words(latest)), LongestNote);
    }

    // The summary begins with the note where both are there.
    private static string Words(Revision revision) => revision switch
    {
        { Summary.Length: > 0 } => revision.Summary,
        { Note: { } note } => note,
        _ => "the publisher marked an update and gives no note.",
    };
}

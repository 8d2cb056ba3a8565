using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>
/// What changed in a release, from the latest substantive revision inside the window. Of guidance that nobody here has seen before only
/// that is said: what its update changed cannot be known.
/// </summary>
internal static class ChangeWords
{
    private const int LongestNote = 400;

    private const string NothingToCompare = "there is no earlier text to compare it with.";

    public static string Of(Release release, DigestWindow window)
    {
        var latest = release.Entries.SelectMany(entry => entry.Revisions)
            .Where(revision => revision.Substantive && window.Holds(revision.SeenAt))
            .MaxBy(revision => revision.SeenAt);
        var words = latest is not null ? Words(latest) : IsFirstSeen(release, window) ? FirstSeen(release.Lead) : "";
        return Shortened.ToLength(SafeText.Line(words), LongestNote);
    }

    private static bool IsFirstSeen(Release release, DigestWindow window) =>
        release is { Kind: Kind.Guidance, Lead.Entry.Withdrawn: null } && release.Entries.All(entry => window.Holds(entry.FirstSeen));

    private static string FirstSeen(StoredEntry lead) => lead switch
    {
        { Revisions: [.., { Note: { Length: > 0 } note } noted] } => $"first time seen; the publisher's last note, of {DateWords.Full(DateWords.LondonDay(noted.SeenAt))}: {note}",
        { Entry.Updated: { } updated } when DateWords.IsUpdated(lead.Entry) => $"the update of {DateWords.Of(updated)} came to us without a note. First time seen; {NothingToCompare}",
        _ => $"first time seen; {NothingToCompare}",
    };

    // The summary begins with the note where both are there.
    private static string Words(Revision revision) => revision switch
    {
        { Summary.Length: > 0 } => revision.Summary,
        { Note: { } note } => note,
        _ => "the publisher marked an update, which came to us without a note.",
    };
}

using DigestWorker.Domain;
using DigestWorker.Matching;

namespace DigestWorker.Pipeline;

/// <summary>A feed that gives only summaries does not take back the text that its page gave.</summary>
internal static class KnownContent
{
    public static KeyedEntry Kept(KeyedEntry read, Entry stored) =>
        read.Entry.Content.Length > 0 || stored.Content.Length == 0 ? read : With(read, read.Entry with { Content = stored.Content });

    /// <summary>Nor does a list that gives only titles take back the summary, and the figures in it, the dates or the type that a feed gave.</summary>
    public static KeyedEntry KeptWhole(KeyedEntry read, Entry stored)
    {
        var entry = Kept(read, stored).Entry;
        return With(read, entry with
        {
            Summary = entry.Summary.Length > 0 ? entry.Summary : stored.Summary,
            Published = entry.Published ?? stored.Published,
            Updated = entry.Updated ?? stored.Updated,
            DocumentType = entry.DocumentType ?? stored.DocumentType,
            Announcement = entry.Announcement ?? stored.Announcement,
            Withdrawn = entry.Withdrawn ?? stored.Withdrawn,
        });
    }

    private static KeyedEntry With(KeyedEntry read, Entry entry) => read with { Entry = entry, ContentHash = ContentHash.Of(new EntryWords(entry)) };
}

using DigestWorker.Domain;
using DigestWorker.Matching;

namespace DigestWorker.Pipeline;

/// <summary>A feed that gives only summaries does not take back the text that its page gave.</summary>
internal static class KnownContent
{
    public static KeyedEntry Kept(KeyedEntry read, Entry stored) =>
        read.Entry.Content.Length > 0 || stored.Content.Length == 0 ? read : With(read, read.Entry with { Content = stored.Content });

    /// <summary>Nor does a list that gives only titles take back the summary, and the figures in it, that a feed gave.</summary>
    public static KeyedEntry KeptWhole(KeyedEntry read, Entry stored)
    {
        var kept = Kept(read, stored);
        return kept.Entry.Summary.Length > 0 || stored.Summary.Length == 0 ? kept : With(kept, kept.Entry with { Summary = stored.Summary });
    }

    private static KeyedEntry With(KeyedEntry read, Entry entry) => read with { Entry = entry, ContentHash = ContentHash.Of(new EntryWords(entry)) };
}

using DigestWorker.Domain;
using DigestWorker.Matching;

namespace DigestWorker.Pipeline;

/// <summary>A feed that gives only summaries does not take back the text that its page gave.</summary>
internal static class KnownContent
{
    public static KeyedEntry Kept(KeyedEntry read, Entry stored)
    {
        if (read.Entry.Content.Length > 0 || stored.Content.Length == 0)
        {
            return read;
        }

        var entry = read.Entry with { Content = stored.Content };
        return read with { Entry = entry, ContentHash = ContentHash.Of(new EntryWords(entry)) };
    }
}

using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What of an entry its source decides, as the columns of the database take it.</summary>
internal static class EntryColumns
{
    public static (string Name, object? Value)[] Of(KeyedEntry keyed)
    {
        var entry = keyed.Entry;
        return
        [
            ("@PublisherId", entry.PublisherId),
            ("@url", entry.Url?.AbsoluteUri),
            ("@Title", entry.Title),
            ("@Summary", entry.Summary),
            ("@Content", entry.Content),
            ("@publishedAt", entry.Published?.At.ToStorage()),
            ("@publishedPrecision", entry.Published?.Precision.ToString()),
            ("@updatedAt", entry.Updated?.At.ToStorage()),
            ("@updatedPrecision", entry.Updated?.Precision.ToString()),
            ("@Author", entry.Author),
            ("@DocumentType", entry.DocumentType),
            ("@contentHash", keyed.ContentHash),
            ("@GlobalId", entry.GlobalId),
            ("@Withdrawn", entry.Withdrawn),
            ("@announced", entry.Announcement?.State.ToString()),
            ("@expectedAt", entry.Announcement?.Expected?.At.ToStorage()),
            ("@expectedPrecision", entry.Announcement?.Expected?.Precision.ToString()),
            ("@previouslyAt", entry.Announcement?.Previously?.At.ToStorage()),
            ("@previouslyPrecision", entry.Announcement?.Previously?.Precision.ToString()),
            ("@reason", entry.Announcement?.Reason),
        ];
    }
}

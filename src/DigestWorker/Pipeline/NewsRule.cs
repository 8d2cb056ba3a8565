using DigestWorker.Domain;

namespace DigestWorker.Pipeline;

/// <summary>
/// When an entry that is stored now becomes news. What a source holds at first sight is a baseline, and so is a flood: news
/// only by its own date. Everything else is news now; a date ahead waits for its day, and an announcement is no news at all.
/// </summary>
internal sealed record NewsRule(bool IsFirstRead, int NewEntries, DateTimeOffset Now)
{
    // No source of ours publishes so much between two reads; one that does has changed its ids or opened its archive.
    private const int Flood = 100;

    public bool IsFlood => !IsFirstRead && NewEntries > Flood;

    /// <summary>What is older is news only by its own date, since the source lists by the day of the last edit, or stands at another address; null for other sources.</summary>
    public DateTimeOffset? OldBefore { get; init; }

    public DateTimeOffset? NewsAt(Entry entry)
    {
        if (entry.Announcement is not null)
        {
            return null;
        }

        var dated = entry.Published?.At ?? entry.Updated?.At;
        return IsFirstRead || IsFlood || dated < OldBefore ? Latest(dated, MajorUpdates.Of(entry) is [.., var newest] ? newest.At : null)
            : dated > Now ? dated
            : Now;
    }

    private static DateTimeOffset? Latest(DateTimeOffset? dated, DateTimeOffset? noted) =>
        noted is null || dated > noted ? dated : noted;
}

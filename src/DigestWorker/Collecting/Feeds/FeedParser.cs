using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Feeds;

/// <summary>Makes entries of a document, whichever feed format it is in, or says why it cannot. Uses no network.</summary>
internal sealed class FeedParser(CollectingSettings settings, TimeProvider clock)
{
    private static readonly char[] Blank = [' ', '\t', '\r', '\n', '\0', '\uFEFF'];

    public ReadResult Parse(Answer answer)
    {
        var remarks = new Remarks();
        try
        {
            var feed = Read(answer, remarks);
            var entries = Entries(feed.Entries, remarks);
            return IsEnded(entries)
                ? new ReadResult.Failed($"the publisher has ended this feed{(entries[0].Url is { } url ? $" and points to {url}" : "")}") { Trouble = Trouble.Gone }
                : new ReadResult.Read(SharedIds.Drop(entries, remarks), remarks.ToList(), answer.Validators) { FreshFor = feed.FreshFor };
        }
        catch (UnreadableFeedException fault)
        {
            return new ReadResult.Failed(fault.Message);
        }
    }

    private FeedDraft Read(Answer answer, Remarks remarks)
    {
        if (answer.Bytes.Length > settings.MaxMegabytes * 1_000_000L)
        {
            throw new UnreadableFeedException($"it is larger than {settings.MaxMegabytes} MB");
        }

        var decoded = DecodedText.Of(answer.Bytes, answer.ContentType);
        if (decoded.Remark is { } remark)
        {
            remarks.Add(remark);
        }

        return (FirstOf(decoded.Opening) ?? FirstOf(decoded.Beginning)) switch
        {
            null => throw new UnreadableFeedException("it is empty"),
            '{' or '[' => new FeedDraft(JsonFeed.Read(decoded.Whole.Trim(Blank), answer.Address, settings.MaxEntries)),
            _ => XmlFeed.Read(decoded, answer.Address, settings.MaxEntries, remarks),
        };
    }

    private static char? FirstOf(string text) => text.AsSpan().TrimStart(Blank) is [var first, ..] ? first : null;

    private List<Entry> Entries(IReadOnlyList<EntryDraft> drafts, Remarks remarks)
    {
        if (drafts.Count > settings.MaxEntries)
        {
            remarks.Add($"The feed holds more than {settings.MaxEntries} entries; only the first {settings.MaxEntries} were taken.");
        }

        var reading = new EntryReading(clock.GetUtcNow(), remarks);
        List<Entry> entries = [.. drafts.Take(settings.MaxEntries).Select((draft, index) => reading.Read(draft, index + 1)).OfType<Entry>()];
        if (entries.Count == 0)
        {
            remarks.Add("The feed holds no entries.");
        }

        return entries;
    }

    /// <summary>GOV.UK answers for a retired feed with one entry that says so.</summary>
    private static bool IsEnded(List<Entry> entries) =>
        entries is [{ PublisherId: { } id }] && id.EndsWith("/feed-ended", StringComparison.Ordinal);
}

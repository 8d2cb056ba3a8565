using System.Text.Json;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Apis;

/// <summary>What one answer of an API lists.</summary>
/// <param name="Listed">How many members the list had, readable or not.</param>
/// <param name="Total">How many there are on all pages; null where the publisher does not say.</param>
internal sealed record ApiList(IReadOnlyList<Entry> Entries, int Listed, int? Total, IReadOnlyList<string> Remarks)
{
    // The most that GOV.UK gives at once; ONS and WordPress give less.
    private const int MostListed = 1500;

    public static ApiList Of(JsonElement list, int? total, DateTimeOffset now, ReadMember read)
    {
        var remarks = new Remarks();
        var reading = new EntryReading(now, remarks);
        var entries = new List<Entry>();
        foreach (var (at, member) in list.EnumerateArray().Take(MostListed).Index())
        {
            if (read(member, reading, at + 1) is { } entry and not { Title: "", Text: "" })
            {
                entries.Add(entry);
            }
            else
            {
                remarks.Add($"Entry {at + 1} of the list has neither title nor text and was left out.");
            }
        }

        return new(entries, list.GetArrayLength(), total, remarks.ToList());
    }
}

/// <summary>Reads one member of a list; null where it says nothing.</summary>
internal delegate Entry? ReadMember(JsonElement member, EntryReading reading, int position);

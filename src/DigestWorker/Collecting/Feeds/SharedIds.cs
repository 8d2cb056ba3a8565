using DigestWorker.Domain;

namespace DigestWorker.Collecting.Feeds;

/// <summary>An id that a feed gives to entries with different addresses tells nothing apart, so none of them keeps it.</summary>
internal static class SharedIds
{
    public static IReadOnlyList<Entry> Drop(IReadOnlyList<Entry> entries, Remarks remarks)
    {
        var known = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        if (entries.All(entry => entry.PublisherId is null || known.Add(entry.PublisherId)))
        {
            return entries;
        }

        var shared = entries
            .Where(entry => entry.PublisherId is not null)
            .GroupBy(entry => entry.PublisherId!)
            .Where(same => same.Select(entry => (entry.Url, entry.Url is null ? entry.Title : null)).Distinct().Skip(1).Any())
            .Select(same => same.Key)
            .ToHashSet();

        foreach (var id in shared)
        {
            remarks.Add($"The id '{Bounded.Line(id, 60)}' stands for several entries and was not used.");
        }

        return shared.Count > 0 ? [.. entries.Select(entry => shared.Contains(entry.PublisherId ?? "") ? entry with { PublisherId = null } : entry)] : entries;
    }
}

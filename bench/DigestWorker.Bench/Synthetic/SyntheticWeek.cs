using DigestWorker.Domain;

namespace DigestWorker.Bench.Synthetic;

/// <summary>What the last whole week has brought.</summary>
internal static class SyntheticWeek
{
    public static IEnumerable<SyntheticEntry> Before(DateTimeOffset now, int entries)
    {
        var week = EditionWeek.LastComplete(now);
        return new SyntheticEntries(seed: 9).All(years: 1).Take(entries).Select((entry, at) => entry with { Day = week.Monday.AddDays(at % 7) });
    }
}

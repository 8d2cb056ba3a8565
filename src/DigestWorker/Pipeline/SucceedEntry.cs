using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Puts another entry in the place of one whose page has become another release's. The earlier one stays in its release with the
/// text that was told of it; whatever led to it leads to its successor.
/// </summary>
internal static class SucceedEntry
{
    /// <param name="stored">The earlier one as it stays.</param>
    /// <returns>The successor's id.</returns>
    public static long Run(DbConnection connection, long earlier, NewEntry read, Entry stored)
    {
        using var inserts = new EntryInserts(connection);
        var successor = inserts.Add(read with { Keyed = read.Keyed with { Entry = Dated(read.Keyed.Entry, stored) }, NewsAt = read.FirstSeen });
        Successions.Hand(connection, (earlier, successor), read);
        return successor;
    }

    // A date that did not move is that of the first text.
    private static Entry Dated(Entry entry, Entry stored) => entry.Published == stored.Published ? entry with { Published = null } : entry;
}

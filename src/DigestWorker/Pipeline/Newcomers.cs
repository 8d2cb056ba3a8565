using System.Data.Common;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>The entries of one read that no key led to at first: some are known all the same.</summary>
internal sealed class Newcomers(SourceVisit visit, IReadOnlyList<KnownEntry?> recognised)
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<long> _seen = [.. recognised.OfType<KnownEntry>().Select(known => known.Id)];

    /// <summary>By a key that an entry before it has brought, or as a text of this source that came under new names.</summary>
    public KnownEntry? Recognise(DbConnection connection, KeyedEntry entry)
    {
        var meetsAnother = entry.Keys.Any(_keys.Contains);
        _keys.UnionWith(entry.Keys);
        return (meetsAnother ? visit.Recognise(connection, [entry])[0] : null) ?? Renamed(connection, entry);
    }

    // A title that issue after issue carries, such as "Our latest newsletter", is no text that could be known again.
    private KnownEntry? Renamed(DbConnection connection, KeyedEntry entry) =>
        visit.Source.FirstReadAt is null || entry is { ContentHash: null, Entry.Published: null }
            ? null
            : Entries.WithText(connection, visit.Source.Id, entry.VersionHash).FirstOrDefault(twin => _seen.Add(twin.Id));
}

using System.Data.Common;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Adds the new entries of one read by statements that are prepared once, since this is where a flood of entries costs.</summary>
internal sealed class EntryInserts(DbConnection connection) : IDisposable
{
    private const string EntrySql = """
        insert into entry (source_id, publisher, publisher_id, url, title, summary, content, published_at, published_precision,
                           updated_at, updated_precision, author, document_type, content_hash, first_version, first_seen_at, news_at,
                           global_id, withdrawn, announced, expected_at, expected_precision, announced_reason, previously_at, previously_precision)
        values (@sourceId, @publisher, @PublisherId, @url, @Title, @Summary, @Content, @publishedAt, @publishedPrecision,
                @updatedAt, @updatedPrecision, @Author, @DocumentType, @contentHash, @version, @at, @newsAt,
                @GlobalId, @Withdrawn, @announced, @expectedAt, @expectedPrecision, @reason, @previouslyAt, @previouslyPrecision)
        returning id
        """;

    private const string SightingSql = "insert into sighting (entry_id, source_id, version_hash, seen_at) values (@id, @sourceId, @version, @at)";

    private readonly PreparedStatement _entry = new(connection, EntrySql);
    private readonly PreparedStatement _sighting = new(connection, SightingSql);
    private readonly PreparedStatement _key = new(connection, Entries.AddKeySql);

    /// <returns>The new entry's id.</returns>
    public long Add(NewEntry added)
    {
        var id = _entry.Scalar<long>(ValuesOf(added));
        _sighting.Run(("@id", id), ("@sourceId", added.SourceId), ("@version", added.Keyed.VersionHash), ("@at", added.FirstSeen.ToStorage()));
        foreach (var key in added.Keyed.Keys)
        {
            _key.Run(("@key", key), ("@id", id));
        }

        return id;
    }

    public void Dispose()
    {
        _entry.Dispose();
        _sighting.Dispose();
        _key.Dispose();
    }

    private static (string Name, object? Value)[] ValuesOf(NewEntry added) =>
    [
        ("@sourceId", added.SourceId),
        ("@publisher", added.Publisher),
        ("@version", added.Keyed.VersionHash),
        ("@at", added.FirstSeen.ToStorage()),
        ("@newsAt", added.NewsAt?.ToStorage()),
        .. EntryColumns.Of(added.Keyed),
    ];
}

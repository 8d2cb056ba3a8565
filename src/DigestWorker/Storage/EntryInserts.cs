using System.Data.Common;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Adds the new entries of one read by statements that are prepared once, since this is where a flood of entries costs.</summary>
internal sealed class EntryInserts : IDisposable
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

    private const string KeySql = "insert into entry_key (key, entry_id) values (@key, @id) on conflict do nothing";

    private readonly DbCommand _entry;
    private readonly DbCommand _sighting;
    private readonly DbCommand _key;

    public EntryInserts(DbConnection connection)
    {
        _entry = Prepared(connection, EntrySql);
        _sighting = Prepared(connection, SightingSql);
        _key = Prepared(connection, KeySql);
    }

    /// <returns>The new entry's id.</returns>
    public long Add(NewEntry added)
    {
        SetEntry(added);
        var id = (long)_entry.ExecuteScalar()!;
        Set(_sighting, ("@id", id), ("@sourceId", added.SourceId), ("@version", added.Keyed.VersionHash), ("@at", added.FirstSeen.ToStorage()));
        _sighting.ExecuteNonQuery();
        foreach (var key in added.Keyed.Keys)
        {
            Set(_key, ("@key", key), ("@id", id));
            _key.ExecuteNonQuery();
        }

        return id;
    }

    public void Dispose()
    {
        _entry.Dispose();
        _sighting.Dispose();
        _key.Dispose();
    }

    private void SetEntry(NewEntry added) => Set(_entry,
    [
        ("@sourceId", added.SourceId),
        ("@publisher", added.Publisher),
        ("@version", added.Keyed.VersionHash),
        ("@at", added.FirstSeen.ToStorage()),
        ("@newsAt", added.NewsAt?.ToStorage()),
        .. EntryColumns.Of(added.Keyed),
    ]);

    private static DbCommand Prepared(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    // The same values come in the same order each time: only the first time has to name them.
    private static void Set(DbCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            if (at == command.Parameters.Count)
            {
                command.Parameters.Add(Parameter(command, values[at].Name));
            }

            command.Parameters[at].Value = values[at].Value ?? DBNull.Value;
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }
}

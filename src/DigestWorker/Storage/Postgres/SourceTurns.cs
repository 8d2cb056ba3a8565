using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage.Postgres;

/// <summary>The sources that are to be read now, shared out among the workers of a database of PostgreSQL. Each worker takes part once at a time.</summary>
internal sealed class SourceTurns(Database database) : IDisposable
{
    // The oldest are of sources that no worker knows any more.
    private const string OpenSql = $"""
        delete from source_turn where asked_at < clock_timestamp() - interval '1 day' and (claimed_by is null or claimed_by not in ({PostgresWorker.AliveSql}));
        delete from host_rate where next_at < clock_timestamp() - interval '1 hour';
        insert into source_turn (source_id, host)
        select s.id, wanted.value ->> 'Host'
        from jsonb_array_elements(cast(@wanted as jsonb)) wanted(value) join source s on s.id = cast(wanted.value ->> 'Id' as bigint)
        where @readSince is null or s.last_tried_at is null or s.last_tried_at <= @readSince
        on conflict (source_id) do nothing;
        {SourceShare.MatchSql}
        """;

    // Matching waits for all that is still being read.
    private const string FreeSql = $"""
        select exists (
            select 1 from source_turn
            where (claimed_by is null or claimed_by not in ({PostgresWorker.AliveSql})) and (source_id <> 0 or (select count(*) from source_turn) = 1))
        """;

    private readonly SemaphoreSlim _ofProcess = new(1);

    /// <summary>Asks for sources to be read, besides those that are to be already, and for what they give to be matched.</summary>
    /// <param name="readSince">Leaves out those that were read after it.</param>
    public void Open(IEnumerable<(Source Source, SourceRecord Record)> wanted, DateTimeOffset? readSince)
    {
        var rows = JsonSerializer.Serialize(wanted.Select(one => new { one.Record.Id, Host = one.Source.Url.IsFile ? "" : one.Source.Url.Host }));
        database.InTransaction(connection => connection.Execute(OpenSql, new { wanted = rows, readSince = readSince?.ToStorage() }), WriteQueue.Turns);
    }

    /// <returns>Whether something waits for a worker.</returns>
    public bool AreFree()
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<bool>(FreeSql);
    }

    /// <returns>Null while this process takes part already.</returns>
    public SourceShare? TryTakePart() => SourceShare.TryBegin(database, _ofProcess);

    public void Dispose() => _ofProcess.Dispose();
}

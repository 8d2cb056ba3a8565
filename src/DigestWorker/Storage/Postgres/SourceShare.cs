using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage.Postgres;

/// <summary>One worker's share in reading what <see cref="SourceTurns"/> holds. What it has claimed and not done is free for others when it ends.</summary>
internal sealed class SourceShare : IDisposable
{
    /// <summary>What is stored is to be matched, whoever is at it just now: it may have come too late for them.</summary>
    public const string MatchSql = """
        insert into source_turn (source_id, host) values (0, '')
        on conflict (source_id) do update set claimed_by = null where source_turn.claimed_by is not null
        """;

    // Matching comes last, and waits for nothing that only workers which are gone would know.
    private const string ClaimSql = $"""
        with alive as materialized ({PostgresWorker.AliveSql}),
        host as (
            select host, count(*) as claims from source_turn where host <> '' and claimed_by in (select id from alive) group by host),
        next as (
            select t.source_id
            from source_turn t left join host h on h.host = t.host
            where (t.claimed_by is null or t.claimed_by not in (select id from alive)) and t.source_id not in @unknown and coalesce(h.claims, 0) < @perHost
                and (t.source_id <> 0 or not exists (
                    select 1 from source_turn o
                    where o.source_id <> 0 and (o.source_id not in @unknown or o.claimed_by in (select id from alive))))
            order by t.source_id
            limit 1),
        claimed as (update source_turn t set claimed_by = @worker from next where t.source_id = next.source_id returning t.source_id)
        select c.source_id as SourceId, coalesce(s.name, '') as Name, coalesce(s.url, '') as Reading,
               s.first_read_at as FirstReadAt, s.first_read_at is not null and s.last_success_at is null as IsChanged, coalesce(s.failures, 0) as Failures, s.etag as ETag, s.last_modified as LastModified
        from claimed c left join source s on s.id = c.source_id
        """;

    private const string DoneSql = $"delete from source_turn where source_id = @id and claimed_by = @worker; {MatchSql}";

    private const string MatchedSql = "delete from source_turn where source_id = 0 and claimed_by = @worker";

    private const string GiveBackSql = "update source_turn set claimed_by = null where source_id = @id and claimed_by = @worker";

    private const string OpenSql = $"""
        select exists (select 1 from source_turn where source_id not in @unknown or claimed_by in ({PostgresWorker.AliveSql}))
        """;

    private readonly Database _database;
    private readonly SemaphoreSlim _ofProcess;
    private readonly PostgresWorker _worker;

    // None has this number: an empty list would have no type.
    private readonly ConcurrentBag<long> _unknown = [-1];

    private SourceShare(Database database, SemaphoreSlim ofProcess) =>
        (_database, _ofProcess, _worker) = (database, ofProcess, PostgresWorker.Begin(database));

    /// <returns>Null while this process has one already.</returns>
    public static SourceShare? TryBegin(Database database, SemaphoreSlim ofProcess)
    {
        if (!ofProcess.Wait(0))
        {
            return null;
        }

        try
        {
            return new SourceShare(database, ofProcess);
        }
        catch
        {
            ofProcess.Release();
            throw;
        }
    }

    /// <param name="perHost">How many of one host all workers together may have claimed.</param>
    /// <returns>Null while there is nothing that this worker may take.</returns>
    public SourceTurn? Claim(int perHost)
    {
        // Of one that is held to be gone every claim is free at once, to its own lanes too.
        _worker.EnsureKnown();
        return InTurn(connection => connection.QueryFirstOrDefault<Row>(ClaimSql, new { worker = _worker.Id, unknown = _unknown, perHost })?.ToTurn());
    }

    /// <summary>It was read, whatever came of it.</summary>
    public void Done(SourceTurn turn) => InTurn(connection => connection.Execute(DoneSql, new { id = turn.Record.Id, worker = _worker.Id }));

    public void Matched() => InTurn(connection => connection.Execute(MatchedSql, new { worker = _worker.Id }));

    /// <summary>This worker's settings do not have it: it leaves it to the others.</summary>
    public void Leave(SourceTurn turn)
    {
        _unknown.Add(turn.Record.Id);
        InTurn(connection => connection.Execute(GiveBackSql, new { id = turn.Record.Id, worker = _worker.Id }));
    }

    /// <returns>Whether somebody, this worker or another, still has something to do.</returns>
    public bool IsOpen()
    {
        using var connection = _database.Open();
        return connection.ExecuteScalar<bool>(OpenSql, new { unknown = _unknown });
    }

    public void Dispose()
    {
        _worker.Dispose();
        _ofProcess.Release();
    }

    private T InTurn<T>(Func<DbConnection, T> work) => _database.InTransaction(work, WriteQueue.Turns);

    private sealed record Row
    {
        public long SourceId { get; init; }
        public string Name { get; init; } = "";
        public string Reading { get; init; } = "";
        public string? FirstReadAt { get; init; }
        public bool IsChanged { get; init; }
        public long Failures { get; init; }
        public string? ETag { get; init; }
        public string? LastModified { get; init; }

        public SourceTurn ToTurn() => new(
            Name, Reading, new SourceRecord(SourceId, FirstReadAt is null ? null : StoredTime.FromStorage(FirstReadAt), (int)Failures, ETag, LastModified) { IsChanged = IsChanged });
    }
}

/// <summary>What a worker has claimed: a source, or the matching of all that is stored.</summary>
internal sealed record SourceTurn(string Name, string Reading, SourceRecord Record)
{
    public bool IsMatching => Record.Id == 0;
}

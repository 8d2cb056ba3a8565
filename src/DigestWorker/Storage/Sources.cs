using System.Data.Common;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The sources that were ever read, with their last outcome.</summary>
internal sealed class Sources(Database database)
{
    // A changed address, or another way to read it, is a new beginning: validators, failures and the pause belong to the old one.
    private static string EnsureSql(Dialect dialect) => $"""
        insert into source (name, url)
        select wanted.value ->> 'Name', wanted.value ->> 'Url' from {dialect.Rows("@wanted", "wanted")} where true
        on conflict ({dialect.WhereCaseIsIgnored("name")}) do update
        set url = excluded.url, etag = null, last_modified = null, next_try_at = null, failures = 0, moved_to = null, last_success_at = null
        where source.url <> excluded.url
        """;

    private static string FindSql(Dialect dialect) => $"""
        select s.id as Id, s.url as Url, s.first_read_at as FirstReadAt, s.last_success_at as LastSuccessAt, s.failures as Failures, s.etag as ETag, s.last_modified as LastModified
        from {dialect.Words("@names", "wanted")}
        join source s on {dialect.Same("s.name", "wanted.value")}
        order by wanted.key
        """;

    private const string SucceededSql = """
        update source
        set first_read_at = coalesce(first_read_at, @at), last_tried_at = @at, last_success_at = @at, next_try_at = @nextTryAt,
            last_entry_at = case when @hasNew = 1 then @at else last_entry_at end,
            failing_since = null, trouble = null, reason = null, failures = case when failures > 0 then failures - 1 else 0 end,
            moved_to = @movedTo, remarks = @remarks, etag = @etag, last_modified = @lastModified
        where id = @id
        """;

    private static string UnchangedSql(Dialect dialect) => $"""
        update source
        set last_tried_at = @at, last_success_at = @at, next_try_at = @nextTryAt, failing_since = null, trouble = null, reason = null,
            failures = case when failures > 0 then failures - 1 else 0 end
        where id in (select cast(read.value as bigint) from {dialect.Words("@ids", "read")})
        """;

    // The validators go: a later "not modified" must not hide what this failed read missed.
    private const string FailedSql = """
        update source
        set last_tried_at = @at, next_try_at = @nextTryAt, failing_since = coalesce(failing_since, @at), trouble = @trouble,
            reason = @reason, failures = failures + 1, etag = null, last_modified = null
        where id = @id
        """;

    public SourceRecord Remember(Source source) => Remember([source])[0];

    /// <returns>What is remembered of each source, in their order.</returns>
    public IReadOnlyList<SourceRecord> Remember(IReadOnlyList<Source> sources)
    {
        using var connection = database.Open();
        var known = Find(connection, sources);
        // Mostly nothing has changed, and then nobody need wait for the writers.
        var rows = known.Select(row => row.Url).SequenceEqual(sources.Select(source => source.Reading), StringComparer.Ordinal)
            ? known
            : database.InTransaction(writing => Ensure(writing, sources), WriteQueue.Entries);
        return [.. rows.Select(row => row.ToRecord())];
    }

    private static List<Row> Ensure(DbConnection connection, IReadOnlyList<Source> sources)
    {
        var wanted = JsonSerializer.Serialize(sources.Select(source => new { source.Name, Url = source.Reading }));
        connection.Execute(EnsureSql(Dialect.Of(connection)), new { wanted });
        var rows = Find(connection, sources);
        // They are told apart by their places: one too few, and each after it would go on with another's past.
        return rows.Count == sources.Count ? rows : throw new InvalidOperationException($"Of {sources.Count} sources the database gave back {rows.Count}.");
    }

    private static List<Row> Find(DbConnection connection, IReadOnlyList<Source> sources) =>
        connection.Query<Row>(FindSql(Dialect.Of(connection)), new { names = JsonSerializer.Serialize(sources.Select(source => source.Name)) }).AsList();

    public static void Succeeded(DbConnection connection, SourceSuccess success) => connection.Execute(SucceededSql, new
    {
        id = success.Read.Id,
        at = success.At.ToStorage(),
        nextTryAt = success.NextTryAt?.ToStorage(),
        hasNew = success.HasNew ? 1 : 0,
        movedTo = success.MovedTo,
        remarks = success.Remarks.ToStorage(),
        etag = success.Read.ETag,
        lastModified = success.Read.LastModified,
    });

    public void Unchanged(IEnumerable<(long Id, DateTimeOffset? NextTryAt)> sources, DateTimeOffset at)
    {
        var together = sources.GroupBy(source => source.NextTryAt?.ToStorage(), source => source.Id, StringComparer.Ordinal).ToList();
        database.InTransaction(
            connection => together.ForEach(same => connection.Execute(
                UnchangedSql(Dialect.Of(connection)),
                new { ids = JsonSerializer.Serialize<IEnumerable<long>>(same), at = at.ToStorage(), nextTryAt = same.Key })),
            WriteQueue.Entries);
    }

    public void Failed(SourceFailure failure)
    {
        using var connection = database.Open();
        connection.Execute(FailedSql, new
        {
            id = failure.Id,
            at = failure.At.ToStorage(),
            nextTryAt = failure.NextTryAt.ToStorage(),
            trouble = failure.Trouble.ToString(),
            reason = failure.Reason,
        });
    }

    private sealed record Row(long Id, string Url, string? FirstReadAt, string? LastSuccessAt, long Failures, string? ETag, string? LastModified)
    {
        public SourceRecord ToRecord() =>
            new(Id, StoredTime.FromStorageOrNull(FirstReadAt), (int)Failures, ETag, LastModified)
            {
                IsChanged = FirstReadAt is not null && LastSuccessAt is null,
            };
    }
}

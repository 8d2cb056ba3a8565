using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The sources that were ever read, with their last outcome.</summary>
internal sealed class Sources(Database database)
{
    private const string EnsureSql = """
        insert into source (name, url) values (@name, @url)
        on conflict (name) do update set url = excluded.url, etag = null, last_modified = null where source.url <> excluded.url
        """;

    private const string FindSql = """
        select id, first_read_at as FirstReadAt, etag as ETag, last_modified as LastModified from source where name = @name
        """;

    private const string SucceededSql = """
        update source
        set first_read_at = coalesce(first_read_at, @at), last_tried_at = @at, last_success_at = @at,
            failing_since = null, reason = null,
            etag = @etag, last_modified = @lastModified
        where id = @id
        """;

    private const string UnchangedSql = """
        update source set last_tried_at = @at, last_success_at = @at, failing_since = null, reason = null where id = @id
        """;

    // The validators go: a later "not modified" must not hide what this failed read missed.
    private const string FailedSql = """
        update source
        set last_tried_at = @at, failing_since = coalesce(failing_since, @at), reason = @reason, etag = null, last_modified = null
        where id = @id
        """;

    private const string FailingSql = """
        select name from source where failing_since <= @since order by name
        """;

    public SourceRecord Remember(Source source)
    {
        using var connection = database.Open();
        connection.Execute(EnsureSql, new { name = source.Name, url = source.Url.AbsoluteUri });
        return connection.QuerySingle<Row>(FindSql, new { name = source.Name }).ToRecord();
    }

    public static void Succeeded(DbConnection connection, SourceRecord read, DateTimeOffset at) =>
        connection.Execute(SucceededSql, new { id = read.Id, at = at.ToStorage(), etag = read.ETag, lastModified = read.LastModified });

    public void Unchanged(long id, DateTimeOffset at)
    {
        using var connection = database.Open();
        connection.Execute(UnchangedSql, new { id, at = at.ToStorage() });
    }

    public void Failed(long id, string reason, DateTimeOffset at)
    {
        using var connection = database.Open();
        connection.Execute(FailedSql, new { id, reason, at = at.ToStorage() });
    }

    /// <returns>The names of sources that have not been read since the given instant.</returns>
    public IReadOnlyList<string> FailingSince(DateTimeOffset since)
    {
        using var connection = database.Open();
        return [.. connection.Query<string>(FailingSql, new { since = since.ToStorage() })];
    }

    private sealed record Row(long Id, string? FirstReadAt, string? ETag, string? LastModified)
    {
        public SourceRecord ToRecord() =>
            new(Id, FirstReadAt is null ? null : StoredTime.FromStorage(FirstReadAt), ETag, LastModified);
    }
}

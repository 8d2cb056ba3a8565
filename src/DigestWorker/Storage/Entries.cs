using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Everything that sources published, once each.</summary>
internal static class Entries
{
    private const string KnownSql = """
        select k.key as Key, e.id as Id, e.title as Title, e.url as Url, s.version_hash as VersionHash,
               e.source_id = @sourceId as IsFirstSource,
               (select count(*) from entry_key own where own.entry_id = e.id) as KeyCount
        from entry_key k
        join entry e on e.id = k.entry_id
        left join sighting s on s.entry_id = e.id and s.source_id = @sourceId
        where k.key in @keys
        """;

    private const string AddSql = """
        insert into entry (source_id, publisher, publisher_id, url, title, summary, content, published_at, published_precision,
                           updated_at, updated_precision, author, document_type, content_hash, first_seen_at, news_at)
        values (@sourceId, @publisher, @PublisherId, @url, @Title, @Summary, @Content, @publishedAt, @publishedPrecision,
                @updatedAt, @updatedPrecision, @Author, @DocumentType, @contentHash, @firstSeenAt, @newsAt)
        returning id
        """;

    private const string AddKeySql = "insert into entry_key (key, entry_id) values (@key, @id) on conflict do nothing";

    private const string SightSql = """
        insert into sighting (entry_id, source_id, version_hash, seen_at) values (@id, @sourceId, @hash, @at)
        on conflict (entry_id, source_id) do update set version_hash = excluded.version_hash, seen_at = excluded.seen_at
        """;

    // Marked pending again: a changed text may carry other topics.
    private const string ReviseSql = """
        update entry
        set title = @Title, summary = @Summary, content = @Content, updated_at = @updatedAt, updated_precision = @updatedPrecision,
            content_hash = @contentHash, pending = 1
        where id = @id;
        insert into revision (entry_id, seen_at, version_hash, substantive, summary) values (@id, @at, @hash, 0, 'The text changed.')
        on conflict do nothing
        """;

    public static IReadOnlyList<KnownEntry> Known(DbConnection connection, long sourceId, IReadOnlyList<string> keys) =>
        [.. connection.Query<KnownRow>(KnownSql, new { sourceId, keys }).Select(row => row.ToKnown())];

    public static void Add(DbConnection connection, NewEntry added)
    {
        var (entry, keyed) = (added.Keyed.Entry, added.Keyed);
        var id = connection.ExecuteScalar<long>(AddSql, new
        {
            sourceId = added.SourceId,
            publisher = added.Publisher,
            entry.PublisherId,
            url = entry.Url?.AbsoluteUri,
            entry.Title,
            entry.Summary,
            entry.Content,
            publishedAt = entry.Published?.At.ToStorage(),
            publishedPrecision = entry.Published?.Precision.ToString(),
            updatedAt = entry.Updated?.At.ToStorage(),
            updatedPrecision = entry.Updated?.Precision.ToString(),
            entry.Author,
            entry.DocumentType,
            contentHash = keyed.ContentHash,
            firstSeenAt = added.FirstSeen.ToStorage(),
            newsAt = added.NewsAt?.ToStorage(),
        });
        AddKeys(connection, id, keyed.Keys);
        Sight(connection, id, added.SourceId, keyed.VersionHash, added.FirstSeen);
    }

    public static void AddKeys(DbConnection connection, long id, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            connection.Execute(AddKeySql, new { key, id });
        }
    }

    public static void Sight(DbConnection connection, long id, long sourceId, byte[] hash, DateTimeOffset at) =>
        connection.Execute(SightSql, new { id, sourceId, hash, at = at.ToStorage() });

    public static void Revise(DbConnection connection, long id, KeyedEntry read, DateTimeOffset at) =>
        connection.Execute(ReviseSql, new
        {
            id,
            read.Entry.Title,
            read.Entry.Summary,
            read.Entry.Content,
            updatedAt = read.Entry.Updated?.At.ToStorage(),
            updatedPrecision = read.Entry.Updated?.Precision.ToString(),
            contentHash = read.ContentHash,
            hash = read.VersionHash,
            at = at.ToStorage(),
        });

    private sealed record KnownRow
    {
        public string Key { get; init; } = "";
        public long Id { get; init; }
        public string Title { get; init; } = "";
        public string? Url { get; init; }
        public byte[]? VersionHash { get; init; }
        public long IsFirstSource { get; init; }
        public long KeyCount { get; init; }

        public KnownEntry ToKnown() => new(Key, Id, Title, Url, VersionHash, IsFirstSource == 1, (int)KeyCount);
    }
}

/// <summary>An entry on its way into the database, with the source that showed it and the instant that makes it news.</summary>
internal sealed record NewEntry(long SourceId, string Publisher, KeyedEntry Keyed, DateTimeOffset FirstSeen, DateTimeOffset? NewsAt);

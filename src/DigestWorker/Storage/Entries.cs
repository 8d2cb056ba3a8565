using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Everything that sources published, once each.</summary>
internal static class Entries
{
    private const string KnownColumns = """
        e.id as Id, e.title as Title, e.url as Url, s.version_hash as VersionHash,
        case when e.source_id = @sourceId and e.pruned = 0 then 1 else 0 end as KeepsText, owner.name as Source,
        (select count(*) from entry_key own where own.entry_id = e.id) as KeyCount
        """;

    private static string KnownSql(Dialect dialect) => $"""
        select k.key as Key, {KnownColumns}
        from {dialect.Words("@keys", "asked")}
        join entry_key k on k.key = asked.value
        join entry e on e.id = k.entry_id
        join source owner on owner.id = e.source_id
        left join sighting s on s.entry_id = e.id and s.source_id = @sourceId
        """;

    private const string SameTextSql = $"""
        select 'text:' as Key, {KnownColumns}
        from sighting s join entry e on e.id = s.entry_id join source owner on owner.id = e.source_id
        where s.source_id = @sourceId and s.version_hash = @hash
        order by e.id
        """;

    public const string AddKeySql = "insert into entry_key (key, entry_id) values (@key, @id) on conflict do nothing";

    private const string SightSql = """
        insert into sighting (entry_id, source_id, version_hash, seen_at) values (@id, @sourceId, @hash, @at)
        on conflict (entry_id, source_id) do update set version_hash = excluded.version_hash, seen_at = excluded.seen_at
        """;

    private const string OfTheFirstText = $"@publishedAt < first_seen_at and {Successions.IsSuccessor}";

    // Marked pending again: a changed text may carry other topics.
    private const string ReplaceSql = $"""
        update entry
        set title = @Title, summary = @Summary, content = @Content,
            published_at = case when {OfTheFirstText} then published_at else @publishedAt end,
            published_precision = case when {OfTheFirstText} then published_precision else @publishedPrecision end,
            updated_at = @updatedAt, updated_precision = @updatedPrecision,
            document_type = @DocumentType, content_hash = @contentHash, withdrawn = @Withdrawn, announced = @announced,
            expected_at = @expectedAt, expected_precision = @expectedPrecision, announced_reason = @reason,
            previously_at = @previouslyAt, previously_precision = @previouslyPrecision, pending = 1
        where id = @id
        """;

    private const string TakeOverSql = "update entry set source_id = @sourceId, publisher = @publisher, pruned = 0 where id = @id";

    private const string MoveUpdateSql = """
        update entry set updated_at = @at, updated_precision = @precision, pending = 1 where id = @id and pruned = 0
        """;

    private const string NewsAgainSql = "update entry set news_at = @at where id = @id";

    // What is watched is compared with its text for as long as it stands; a page that went on to another release has one elsewhere.
    private static string PruneSql(Dialect dialect) => $"""
        update entry set summary = '', content = '', author = null, pruned = 1
        where first_seen_at < @before and pruned = 0 and pending = 0
          and ({Successions.IsEarlierEntry} or source_id not in (
            select s.id
            from {dialect.Words("@watched", "watched")}
            join source s on {dialect.Same("s.name", "watched.value")}))
        """;

    private const string VersionSql = $"""
        select {EntryRow.Columns} from entry e join source s on s.id = e.source_id where e.id = @id
        """;

    public static ILookup<string, KnownEntry> Known(DbConnection connection, long sourceId, IEnumerable<string> keys) =>
        connection.Query<KnownRow>(KnownSql(Dialect.Of(connection)), new { sourceId, keys = keys.ToList().ToStorage() })
            .Select(row => row.ToKnown())
            .ToLookup(known => known.Key, StringComparer.Ordinal);

    /// <returns>Entries that this source showed last with exactly this title and text.</returns>
    public static IReadOnlyList<KnownEntry> WithText(DbConnection connection, long sourceId, byte[] hash) =>
        [.. connection.Query<KnownRow>(SameTextSql, new { sourceId, hash }).Select(row => row.ToKnown())];

    public static Entry Stored(DbConnection connection, long id) =>
        connection.QuerySingle<EntryRow>(VersionSql, new { id }).ToEntry();

    public static void AddKeys(DbConnection connection, long id, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            connection.Execute(AddKeySql, new { key, id });
        }
    }

    public static void Sight(DbConnection connection, long id, NewEntry read) =>
        connection.Execute(SightSql, new { id, sourceId = read.SourceId, hash = read.Keyed.VersionHash, at = read.FirstSeen.ToStorage() });

    /// <summary>Keeps the text as it is now; what it was lives on only in the revision's words.</summary>
    public static void Replace(DbConnection connection, long id, KeyedEntry read)
    {
        var values = new DynamicParameters(new { id });
        foreach (var (name, value) in EntryColumns.Of(read))
        {
            values.Add(name, value);
        }

        connection.Execute(ReplaceSql, values);
    }

    /// <summary>From now on the text that this source shows is kept and judged.</summary>
    public static void TakeOver(DbConnection connection, long id, NewEntry read)
    {
        connection.Execute(TakeOverSql, new { id, sourceId = read.SourceId, publisher = read.Publisher });
        Replace(connection, id, read.Keyed);
    }

    /// <summary>The publisher has updated what the entry tells of, and the text of it is not at hand.</summary>
    public static void MoveUpdate(DbConnection connection, long id, DateTimeOffset at) =>
        connection.Execute(MoveUpdateSql, new { id, at = at.ToStorage(), precision = nameof(DatePrecision.Instant) });

    public static void MakeNewsAgain(DbConnection connection, long id, DateTimeOffset at) =>
        connection.Execute(NewsAgainSql, new { id, at = at.ToStorage() });

    /// <param name="watched">Names of the sources whose changes are judged.</param>
    /// <returns>How many entries lost their text; each stays as a tombstone.</returns>
    public static int Prune(DbConnection connection, DateTimeOffset before, IEnumerable<string> watched) =>
        connection.Execute(PruneSql(Dialect.Of(connection)), new { before = before.ToStorage(), watched = watched.ToList().ToStorage() });

    private sealed record KnownRow
    {
        public string Key { get; init; } = "";
        public long Id { get; init; }
        public string Title { get; init; } = "";
        public string? Url { get; init; }
        public byte[]? VersionHash { get; init; }
        public long KeepsText { get; init; }
        public string Source { get; init; } = "";
        public long KeyCount { get; init; }

        public KnownEntry ToKnown() => new(Key, Id, Title, Url, VersionHash, KeepsText == 1, Source, (int)KeyCount);
    }
}

/// <summary>An entry on its way into the database, with the source that showed it and the instant that makes it news.</summary>
internal sealed record NewEntry(long SourceId, string Publisher, KeyedEntry Keyed, DateTimeOffset FirstSeen, DateTimeOffset? NewsAt);

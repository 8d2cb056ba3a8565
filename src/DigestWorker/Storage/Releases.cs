using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Releases, each read back whole with its entries and their labels.</summary>
internal sealed class Releases(Database database)
{
    // Well below SQLite's limit of bound values (sqlite.org/limits.html).
    private const int Slice = 500;

    private const string InWindowSql = """
        select distinct release_id from entry
        where news_at >= @from and news_at < @to and release_id is not null
        order by release_id
        """;

    private const string SinceSql = """
        select distinct release_id from entry
        where release_id is not null and (@since is null or first_seen_at >= @since)
        order by release_id
        """;

    // The day of a month or year is its first, and it is ahead until its last.
    private const string AheadSql = """
        select distinct e.release_id
        from upcoming u join entry e on e.id = u.entry_id
        where u.day between date(@from, '-1 year') and @to and e.release_id is not null
        order by e.release_id
        """;

    private const string EntriesSql = $"""
        select {EntryRow.Columns}
        from entry e join source s on s.id = e.source_id
        where e.release_id in @ids and e.pending = 0
        order by e.release_id, e.id
        """;

    /// <summary>The releases with an entry that became news in [from, to).</summary>
    public IReadOnlyList<Release> InWindow(DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = database.Open();
        return Load(connection, connection.Query<long>(InWindowSql, new { from = from.ToStorage(), to = to.ToStorage() }));
    }

    /// <param name="since">Only those with an entry first seen from here on; null for everything stored.</param>
    public IReadOnlyList<Release> Since(DateTimeOffset? since)
    {
        using var connection = database.Open();
        return Load(connection, connection.Query<long>(SinceSql, new { since = since?.ToStorage() }));
    }

    /// <summary>What releases say will come from one day to another, both included, soonest first.</summary>
    public IReadOnlyList<ComingUp> Ahead(DateOnly from, DateOnly to)
    {
        using var connection = database.Open();
        var releases = Load(connection, connection.Query<long>(AheadSql, new { from = from.ToStorage(), to = to.ToStorage() }));
        return [.. releases.SelectMany(ComingUp.Of)
            .Where(told => told.Event.LastDay >= from && told.Event.Day <= to)
            .OrderBy(told => told.Event.Day).ThenBy(told => told.Release.Id)];
    }

    private static IReadOnlyList<Release> Load(DbConnection connection, IEnumerable<long> ids) =>
        [.. ids.Chunk(Slice).SelectMany(slice => LoadSlice(connection, slice))];

    private static List<Release> LoadSlice(DbConnection connection, long[] ids)
    {
        var rows = connection.Query<EntryRow>(EntriesSql, new { ids }).AsList();
        var labels = rows.Select(row => row.Id).Chunk(Slice)
            .SelectMany(slice => Labels.Of(connection, slice).SelectMany(same => same))
            .ToLookup(row => row.EntryId);
        var revisions = rows.Select(row => row.Id).Chunk(Slice)
            .SelectMany(slice => Revisions.Of(connection, slice).SelectMany(same => same.Select(revision => (same.Key, revision))))
            .ToLookup(pair => pair.Key, pair => pair.revision);
        var ahead = rows.Select(row => row.Id).Chunk(Slice)
            .SelectMany(slice => UpcomingEvents.Of(connection, slice).SelectMany(same => same.Select(told => (same.Key, told))))
            .ToLookup(pair => pair.Key, pair => pair.told);
        return [.. rows.GroupBy(row => row.ReleaseId!.Value)
            .Select(same => Release.Of(same.Key, [.. same.Select(row => ToStored(row, LabelRow.ToUnderstanding(labels[row.Id]) with { Ahead = [.. ahead[row.Id]] }) with { Revisions = [.. revisions[row.Id]] })]))];
    }

    private static StoredEntry ToStored(EntryRow row, Understanding understanding) => new(
        row.Id, row.Source, row.Publisher, row.ToEntry(), understanding, row.FirstSeen,
        row.NewsAt is null ? null : StoredTime.FromStorage(row.NewsAt), StoredList.FromStorage(row.JoinedBecause));
}

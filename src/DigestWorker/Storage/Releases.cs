using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Releases, each read back whole with its entries and their labels.</summary>
internal sealed class Releases(Database database, PublisherTypes publishers)
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

    // What a source held at its first read, and a flood, are news by their own dates and not fresh; a change of theirs is.
    private const string FreshGuidanceSql = """
        select e.id as EntryId, e.release_id as ReleaseId
        from entry e
        join source s on s.id = e.source_id
        join label k on k.entry_id = e.id and k.type = 'Kind' and k.value = 'Guidance'
        where e.news_at >= @from and e.news_at < @to and e.release_id is not null
          and ((e.first_seen_at > s.first_read_at and e.news_at >= e.first_seen_at)
            or exists (select 1 from revision r where r.entry_id = e.id and r.substantive = 1 and r.seen_at > e.first_seen_at and r.seen_at >= @from))
        """;

    private const string FindSql = "select coalesce(merged_into, id) from release where id = @id";

    // The day of a month or year is its first, and it is ahead until its last.
    private const string AheadSql = """
        select distinct e.release_id
        from upcoming u join entry e on e.id = u.entry_id
        where u.day between @from and @to and e.release_id is not null
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
        return Load(connection.Query<long>(InWindowSql, new { from = from.ToStorage(), to = to.ToStorage() }));
    }

    /// <returns>By the id of each entry of guidance that was published or changed in substance in [from, to): its release's id.</returns>
    public IReadOnlyDictionary<long, long> FreshGuidance(DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = database.Open();
        return connection.Query<FreshRow>(FreshGuidanceSql, new { from = from.ToStorage(), to = to.ToStorage() })
            .ToDictionary(row => row.EntryId, row => row.ReleaseId);
    }

    /// <param name="since">Only those with an entry first seen from here on; null for everything stored.</param>
    public IReadOnlyList<Release> Since(DateTimeOffset? since)
    {
        using var connection = database.Open();
        return Load(connection.Query<long>(SinceSql, new { since = since?.ToStorage() }));
    }

    /// <returns>Null where no release has the id; the one that it was merged into, where it was.</returns>
    public Release? Find(long id)
    {
        using var connection = database.Open();
        return Load(connection.Query<long>(FindSql, new { id })) is [var release] ? release : null;
    }

    /// <returns>Those of these ids that still have entries.</returns>
    public IReadOnlyList<Release> Of(IEnumerable<long> ids) => Load(ids);

    /// <summary>What releases say will come from one day to another, both included, soonest first.</summary>
    public IReadOnlyList<ComingUp> Ahead(DateOnly from, DateOnly to)
    {
        using var connection = database.Open();
        var releases = Load(connection.Query<long>(AheadSql, new { from = from.AddYears(-1).ToStorage(), to = to.ToStorage() }));
        return [.. releases.SelectMany(ComingUp.Of)
            .Where(told => told.Event.LastDay >= from && told.Event.Day <= to)
            .OrderBy(told => told.Event.Day).ThenBy(told => told.Release.Id)];
    }

    // Making objects of the rows costs more than reading them, so slices share the processors.
    private IReadOnlyList<Release> Load(IEnumerable<long> ids)
    {
        List<Task<List<Release>>> slices = [.. ids.Chunk(Slice).Select(slice => Task.Run(() => LoadSlice(slice)))];
        return [.. slices.SelectMany(slice => slice.GetAwaiter().GetResult())];
    }

    private List<Release> LoadSlice(long[] ids)
    {
        using var connection = database.Open();
        var rows = connection.Query<EntryRow>(EntriesSql, new { ids }).AsList();
        var labels = InSlices(rows, slice => Labels.Of(connection, slice));
        var revisions = InSlices(rows, slice => Revisions.Of(connection, slice));
        var figures = InSlices(rows, slice => Figures.Of(connection, slice));
        var ahead = InSlices(rows, slice => UpcomingEvents.Of(connection, slice));
        return WithSeries(connection, [.. rows.GroupBy(row => row.ReleaseId!.Value)
            .Select(same => Release.Of(same.Key, [.. same.Select(row => ToStored(
                row,
                LabelRow.ToUnderstanding(labels[row.Id]) with { Figures = [.. figures[row.Id]], Ahead = [.. ahead[row.Id]] },
                [.. revisions[row.Id]]))], publishers))]);
    }

    private static ILookup<long, T> InSlices<T>(List<EntryRow> rows, Func<long[], ILookup<long, T>> load) => rows
        .Select(row => row.Id).Chunk(Slice)
        .SelectMany(slice => load(slice).SelectMany(same => same.Select(one => (same.Key, One: one))))
        .ToLookup(pair => pair.Key, pair => pair.One);

    private static List<Release> WithSeries(DbConnection connection, List<Release> releases)
    {
        var before = SeriesPoints.Before(connection, releases.Where(release => release.Kind == Kind.Statistics).Select(release => release.Lead.Id));
        return [.. releases.Select(release => release with { Comparisons = [.. before[release.Lead.Id]] })];
    }

    private StoredEntry ToStored(EntryRow row, Understanding understanding, IReadOnlyList<Revision> revisions) => new(
        row.Id, row.Source, row.Publisher, row.ToEntry(), understanding, row.FirstSeen,
        StoredTime.FromStorageOrNull(row.NewsAt), row.ToMembership())
    {
        Revisions = revisions,
        PublisherType = publishers.Of(row.Publisher, row.Url is null ? null : new Uri(row.Url)),
    };

    private sealed record FreshRow(long EntryId, long ReleaseId);
}

using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The points of each series, and for a release the ones before its own.</summary>
internal static class SeriesPoints
{
    private const string ClearSql = "delete from series_point where entry_id = @id";

    private const string AddSql = """
        insert into series_point (entry_id, measure, period, value, printed, exactness, coverage)
        values (@id, @measure, @period, @value, @printed, @exactness, @coverage)
        on conflict do nothing
        """;

    // The latest earlier period of the same kind, a year beside a year; for the same period, what the same publisher gave before, where neither was rounded.
    private const string BeforeSql = """
        select n.entry_id as EntryId, n.measure as Measure, n.period as Period, n.value as Value, n.printed as Printed, n.exactness as Exactness, n.coverage as Coverage,
            b.period as BeforePeriod, b.value as BeforeValue, b.printed as BeforePrinted, b.exactness as BeforeExactness,
            b.coverage as BeforeCoverage, e.release_id as BeforeRelease
        from series_point n
        join series_point b on b.measure = n.measure and b.entry_id <> n.entry_id
            and (b.period < n.period or (b.period = n.period and b.value <> n.value and b.exactness = 'Exact' and n.exactness = 'Exact'))
        join entry e on e.id = b.entry_id
        join entry own on own.id = n.entry_id
        where n.entry_id in @ids and e.release_id <> own.release_id and (b.period < n.period or e.publisher = own.publisher)
            and coalesce(e.published_at, e.first_seen_at) < coalesce(own.published_at, own.first_seen_at)
        order by n.entry_id, n.measure, b.period desc, coalesce(e.published_at, e.first_seen_at) desc, e.id
        """;

    public static void Replace(Statements statements, long id, IEnumerable<SeriesPoint> points)
    {
        statements[ClearSql].Run(("@id", id));
        foreach (var point in points)
        {
            statements[AddSql].Run(
                ("@id", id),
                ("@measure", point.Measure),
                ("@period", point.Period),
                ("@value", point.Value),
                ("@printed", point.Printed),
                ("@exactness", point.Exactness.ToString()),
                ("@coverage", point.Coverage));
        }
    }

    /// <returns>For each entry, one comparison a measure, with the point that comes right before.</returns>
    public static ILookup<long, Comparison> Before(DbConnection connection, IEnumerable<long> ids) =>
        connection.Query<Row>(BeforeSql, new { ids })
            .OrderByDescending(row => Comparison.AreAlike(row.Period, row.BeforePeriod))
            .DistinctBy(row => (row.EntryId, row.Measure))
            .ToLookup(row => row.EntryId, row => Comparison.Of(
                new SeriesPoint(row.Measure, row.Period, row.Value, row.Printed, Enum.Parse<Exactness>(row.Exactness), row.Coverage),
                new SeriesPoint(row.Measure, row.BeforePeriod, row.BeforeValue, row.BeforePrinted, Enum.Parse<Exactness>(row.BeforeExactness), row.BeforeCoverage),
                row.BeforeRelease));

    private sealed record Row(
        long EntryId, string Measure, string Period, double Value, string Printed, string Exactness, string? Coverage,
        string BeforePeriod, double BeforeValue, string BeforePrinted, string BeforeExactness, string? BeforeCoverage, long BeforeRelease);
}

using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Who has no digest of an edition though it was composed, and why.</summary>
internal sealed class Waiting(Database database)
{
    private const string NoteSql = """
        insert into edition_waiting (edition_id, subscriber_id, waits_for) values (@editionId, @id, @waitsFor)
        on conflict (edition_id, subscriber_id) do update set waits_for = excluded.waits_for
        """;

    // A digest that did not get through was none; that of somebody who had paused or left was not wanted any more.
    private const string OutcomesSql = $"""
        select w.subscriber_id as SubscriberId, e.week as Week, case w.waits_for when 'Weekday' then 'Missed' else 'Unwanted' end as Outcome
        from edition_waiting w join edition e on e.id = w.edition_id
        where e.week < @week and e.cut_off_at > @from
        union all
        select d.subscriber_id, e.week, case v.state when 'Suppressed' then 'Unwanted' else 'Missed' end
        from edition e join digest d on d.edition_id = e.id join delivery v on v.digest_id = d.id
        where e.week < @week and e.cut_off_at > @from and (v.state in ('Failed', 'Suppressed') or {Digests.Overtaken})
        """;

    public void Note(Edition edition, IEnumerable<(long Id, WaitsFor WaitsFor)> waiting) => database.InTransaction(connection =>
    {
        using var statements = new Statements(connection);
        foreach (var (id, waitsFor) in waiting)
        {
            statements[NoteSql].Run(("@editionId", edition.Id), ("@id", id), ("@waitsFor", waitsFor.ToString()));
        }
    });

    /// <param name="week">The edition that is to be composed.</param>
    /// <returns>By subscriber: what the weeks were of which a digest is missing, as far as it is not that they were empty.</returns>
    public ILookup<long, (EditionWeek Week, WeekOutcome Outcome)> Outcomes(EditionWeek week, DateTimeOffset from)
    {
        using var connection = database.Open();
        return connection.Query<Row>(OutcomesSql, new { week = week.ToString(), from = from.ToStorage() })
            .ToLookup(row => row.SubscriberId, row => (EditionWeek.Parse(row.Week)!, Enum.Parse<WeekOutcome>(row.Outcome)));
    }

    private sealed record Row
    {
        public long SubscriberId { get; init; }
        public string Week { get; init; } = "";
        public string Outcome { get; init; } = "";
    }
}

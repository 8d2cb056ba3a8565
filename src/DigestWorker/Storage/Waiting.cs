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

    private const string NoteBeforeSql = $"{NoteSql} where edition_waiting.waits_for <> 'Weekday'";

    private const string ForWeekdaySql = """
        select s.id as Id, s.weekday as Weekday
        from edition_waiting w join edition e on e.id = w.edition_id join subscriber s on s.id = w.subscriber_id
        where e.week = @week and w.waits_for = 'Weekday'
        """;

    private const string EndSql = "delete from edition_waiting where edition_id = @editionId and subscriber_id = @id and waits_for = 'Weekday'";

    // A digest that did not get through was none; that of somebody who had paused or left was not wanted any more. A digest's window ends with
    // its edition, which is said twice for the sake of the index.
    private const string OutcomesSql = $"""
        select w.subscriber_id as SubscriberId, e.week as Week, case w.waits_for when 'Weekday' then 'Missed' else 'Unwanted' end as Outcome
        from edition_waiting w join edition e on e.id = w.edition_id
        where e.week < @week and e.cut_off_at > @from and w.subscriber_id in @ids
        union all
        select d.subscriber_id, e.week, case v.state when 'Suppressed' then 'Unwanted' else 'Missed' end
        from edition e join digest d on d.edition_id = e.id join delivery v on v.digest_id = d.id
        where e.week < @week and e.cut_off_at > @from and d.subscriber_id in @ids and d.window_to > @from and (v.state in ('Failed', 'Suppressed') or {OvertakenDigests.Condition})
        """;

    /// <param name="isDayOpen">Whoever waits for a day of the week goes on to: what keeps them back now may be over on that day.</param>
    public void Note(Edition edition, IReadOnlyList<(long Id, WaitsFor WaitsFor)> waiting, bool isDayOpen = false) => database.InTransaction(connection =>
    {
        using var statements = new Statements(connection);
        foreach (var (id, waitsFor) in waiting)
        {
            statements[isDayOpen ? NoteBeforeSql : NoteSql].Run(("@editionId", edition.Id), ("@id", id), ("@waitsFor", waitsFor.ToString()));
        }
    });

    /// <returns>Those whose day of the week had not come when the edition was composed, with the day that they want now.</returns>
    public IReadOnlyList<(long Id, DayOfWeek? Weekday)> ForWeekday(EditionWeek week)
    {
        using var connection = database.Open();
        return [.. connection.Query<DayRow>(ForWeekdaySql, new { week = week.ToString() }).Select(row => (row.Id, StoredWeekday.FromStorage(row.Weekday)))];
    }

    /// <summary>The day has come; whoever waits for something else by now still does.</summary>
    public void End(Edition edition, IEnumerable<long> ids) => database.InTransaction(connection =>
    {
        using var statements = new Statements(connection);
        foreach (var id in ids)
        {
            statements[EndSql].Run(("@editionId", edition.Id), ("@id", id));
        }
    });

    /// <param name="week">The edition that is to be composed.</param>
    /// <returns>By subscriber, of these: what the weeks were of which a digest is missing, as far as it is not that they were empty.</returns>
    public ILookup<long, (EditionWeek Week, WeekOutcome Outcome)> Outcomes(EditionWeek week, DateTimeOffset from, IEnumerable<long> ids)
    {
        using var connection = database.Open();
        return connection.Query<Row>(OutcomesSql, new { week = week.ToString(), from = from.ToStorage(), ids })
            .ToLookup(row => row.SubscriberId, row => (EditionWeek.Parse(row.Week)!, Enum.Parse<WeekOutcome>(row.Outcome)));
    }

    private sealed record DayRow(long Id, long? Weekday);

    private sealed record Row
    {
        public long SubscriberId { get; init; }
        public string Week { get; init; } = "";
        public string Outcome { get; init; } = "";
    }
}

using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Who got an edition, who did not, and why.</summary>
internal sealed class EditionReports(Database database, Deliveries deliveries)
{
    private const string WithoutSql = """
        select count(*) from subscriber s
        where s.ended_at is null and s.state = 'Active' and s.since < @cutOff
          and not exists (select 1 from digest d where d.edition_id = @id and d.subscriber_id = s.id)
          and not exists (select 1 from edition_waiting w where w.edition_id = @id and w.subscriber_id = s.id)
        """;

    private const string WaitingSql = """
        select count(*) from edition_waiting w join subscriber s on s.id = w.subscriber_id
        where w.edition_id = @id and s.ended_at is null and s.state in ('Active', 'Paused')
          and not exists (select 1 from digest d where d.edition_id = @id and d.subscriber_id = s.id)
        """;

    private const string UnsentSql = """
        select v.recipient as Recipient, v.state as State, v.attempts as Attempts, coalesce(v.reply, '') as Reply, v.due_at as DueAt
        from delivery v join digest d on d.id = v.digest_id
        where d.edition_id = @id and v.state <> 'Sent'
        order by v.state, v.recipient
        """;

    // What is held of somebody who has left since is wanted by nobody.
    private const string WeeksSql = """
        select distinct e.id as Id, e.week as Week, e.cut_off_at as CutOffAt
        from delivery v join digest d on d.id = v.digest_id join edition e on e.id = d.edition_id join subscriber s on s.id = d.subscriber_id
        where v.composed_at >= @from and v.composed_at < @to
          and (v.state in ('Queued', 'Sending', 'Deferred', 'Unknown')
            or (v.state = 'Held' and s.ended_at is null and s.state in ('Active', 'Paused')))
        order by e.week
        """;

    private const string ReturnedSql = """
        select count(distinct b.delivery_id)
        from bounce b join delivery v on v.id = b.delivery_id join digest d on d.id = v.digest_id
        where d.edition_id = @id and b.kind in ('Hard', 'Soft', 'Refused')
        """;

    public EditionReport Of(Edition edition)
    {
        using var connection = database.Open();
        var without = connection.ExecuteScalar<long>(WithoutSql, new { id = edition.Id, cutOff = edition.CutOff.ToStorage() });
        var waiting = connection.ExecuteScalar<long>(WaitingSql, new { id = edition.Id });
        return new EditionReport(edition.Week, deliveries.Counts(edition.Id), (int)without) { Waiting = (int)waiting };
    }

    /// <returns>Everybody whose digest of the edition has not been sent.</returns>
    public IReadOnlyList<UnsentDigest> Unsent(Edition edition)
    {
        using var connection = database.Open();
        return [.. connection.Query<UnsentRow>(UnsentSql, new { id = edition.Id }).Select(row => row.ToUnsent())];
    }

    /// <returns>How many digests were tried, and how many of these came back or were refused.</returns>
    public (int Tried, int Returned) Returned(Edition edition)
    {
        using var connection = database.Open();
        var counts = deliveries.Counts(edition.Id);
        return (counts.GetValueOrDefault(DeliveryState.Sent) + counts.GetValueOrDefault(DeliveryState.Failed), (int)connection.ExecuteScalar<long>(ReturnedSql, new { id = edition.Id }));
    }

    /// <returns>The editions composed between the two instants of which something is still to be sent.</returns>
    public IReadOnlyList<Edition> Incomplete(DateTimeOffset from, DateTimeOffset to)
    {
        using var connection = database.Open();
        return [.. connection.Query<EditionRow>(WeeksSql, new { from = from.ToStorage(), to = to.ToStorage() })
            .Select(row => new Edition(row.Id, EditionWeek.Parse(row.Week)!, StoredTime.FromStorage(row.CutOffAt)))];
    }

    private sealed record EditionRow(long Id, string Week, string CutOffAt);

    private sealed record UnsentRow
    {
        public string Recipient { get; init; } = "";
        public string State { get; init; } = "";
        public long Attempts { get; init; }
        public string Reply { get; init; } = "";
        public string DueAt { get; init; } = "";

        public UnsentDigest ToUnsent()
        {
            var state = Enum.Parse<DeliveryState>(State);
            var isDueAgain = state is DeliveryState.Queued or DeliveryState.Deferred or DeliveryState.Unknown;
            return new UnsentDigest(Recipient, state, (int)Attempts, Reply, isDueAgain ? StoredTime.FromStorage(DueAt) : null);
        }
    }
}

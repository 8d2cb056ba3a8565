using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The queue of mails, and what came of each.</summary>
internal sealed class Deliveries(Database database)
{
    /// <summary>Still to be sent, in the words of the index delivery_due, or it would not be used.</summary>
    public const string Open = "state not in ('Sent', 'Failed', 'Suppressed', 'Held')";

    private const string Released = "Released by hand.";

    public static string TakeOverSql(Dialect dialect) => $"update delivery set state = 'Unknown' where {Open} and state = 'Sending' {dialect.IsDead}";

    // The day that counts is the one on which the digest was composed. An older version of the program says by the reply alone that it was released.
    private const string HoldLateSql = $"""
        update delivery set state = 'Held', reply = 'Too late to go out by itself.'
        where {Open} and state <> 'Sending' and composed_at < @before and by_hand = 0 and coalesce(reply, '') <> '{Released}'
        """;

    private const string UnderWaySql = $"select exists (select 1 from delivery where {Open} and (state = 'Sending' or due_at <= @now))";

    // Whoever asked for it asked although it is late; other workers see that by this.
    private const string ReleaseSql = $"""
        update delivery set state = 'Queued', due_at = @now, reply = '{Released}', by_hand = 1
        where state = 'Held' and digest_id in (select d.id from digest d join edition e on e.id = d.edition_id where e.week = @week)
        """;

    private const string CountsSql = """
        select State, cast(sum(Count) as bigint) as Count
        from (
            select v.state as State, count(*) as Count
            from delivery v join digest d on d.id = v.digest_id
            where d.edition_id = @editionId
            group by v.state
            union all
            select state, count from edition_count where edition_id = @editionId) counted
        group by State
        """;

    /// <summary>What a sender that died had claimed may have gone out or not. Only for whoever holds what <see cref="Database.TrySend"/> gives.</summary>
    public void TakeOver()
    {
        using var connection = database.Open();
        connection.Execute(TakeOverSql(Dialect.Of(connection)));
    }

    /// <returns>How many are held now.</returns>
    public int HoldLate(DateTimeOffset before) => Execute(HoldLateSql, new { before = before.ToStorage() });

    /// <summary>What is held of the edition goes out after all; what a later digest has covered since stays where it is.</summary>
    public int Release(EditionWeek week, DateTimeOffset now) => Execute(ReleaseSql, new { week = week.ToString(), now = now.ToStorage() });

    /// <summary>Something is being sent just now, by whichever worker, or is due.</summary>
    public bool AreUnderWay(DateTimeOffset now)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<bool>(UnderWaySql, new { now = now.ToStorage() });
    }

    public IReadOnlyDictionary<DeliveryState, int> Counts(long editionId)
    {
        using var connection = database.Open();
        return connection.Query<CountRow>(CountsSql, new { editionId })
            .ToDictionary(row => Enum.Parse<DeliveryState>(row.State), row => (int)row.Count);
    }

    private int Execute(string sql, object values)
    {
        using var connection = database.Open();
        return connection.Execute(sql, values);
    }

    private sealed record CountRow
    {
        public string State { get; init; } = "";
        public long Count { get; init; }
    }
}

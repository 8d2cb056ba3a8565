using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The queue of mails, and what came of each.</summary>
internal sealed class Deliveries(Database database)
{
    private const string TakeOverSql = "update delivery set state = 'Unknown' where state = 'Sending'";

    private const string DueSql = """
        select v.id as Id, v.digest_id as DigestId, d.profile_id as ProfileId, v.recipient as Recipient,
               v.recipient_name as RecipientName, v.message_id as MessageId, v.composed_at as ComposedAt, d.why as Why, d.token as Token,
               v.attempts as Attempts, v.bounce_token as BounceToken
        from delivery v join digest d on d.id = v.digest_id
        where v.state in ('Queued', 'Deferred', 'Unknown') and v.due_at <= @now
        order by v.due_at, v.id
        limit @limit
        """;

    // The subscriber is looked at again here, just before sending: whoever has left since the edition was composed gets nothing.
    private const string ClaimSql = """
        update delivery set state = 'Sending', attempts = attempts + 1
        where id = @id and state in ('Queued', 'Deferred', 'Unknown') and exists (
            select 1 from digest d join subscriber s on s.id = d.subscriber_id
            where d.id = delivery.digest_id and s.state = 'Active' and s.ended_at is null)
        """;

    private const string SuppressSql = """
        update delivery set state = 'Suppressed', reply = 'The subscription had ended.'
        where id = @id and state in ('Queued', 'Deferred', 'Unknown')
        """;

    private const string SentSql = "update delivery set state = 'Sent', sent_at = @at, reply = @reply where id = @id";

    private const string AgainSql = "update delivery set state = @state, due_at = @dueAt, reply = @reply where id = @id";

    // What failed was never read, so its releases may come in the next digest.
    private const string FailedSql = """
        update delivery set state = 'Failed', reply = @reply where id = @id;
        delete from digest_release where digest_id = (select digest_id from delivery where id = @id)
        """;

    private const string CountsSql = """
        select v.state as State, count(*) as Count
        from delivery v join digest d on d.id = v.digest_id
        where d.edition_id = @editionId
        group by v.state
        """;

    /// <summary>What a sender that died had claimed may have gone out or not. Only for whoever holds the <see cref="SenderLock"/>.</summary>
    public void TakeOver() => Execute(TakeOverSql, new { });

    public IReadOnlyList<DueDelivery> Due(DateTimeOffset now, int limit)
    {
        using var connection = database.Open();
        return [.. connection.Query<Row>(DueSql, new { now = now.ToStorage(), limit }).Select(row => row.ToDue())];
    }

    /// <returns>False when the subscription has ended meanwhile; the delivery is then suppressed.</returns>
    public bool Claim(long id)
    {
        var claimed = Execute(ClaimSql, new { id }) == 1;
        if (!claimed)
        {
            Execute(SuppressSql, new { id });
        }

        return claimed;
    }

    public void Sent(long id, string reply, DateTimeOffset at) => Execute(SentSql, new { id, reply, at = at.ToStorage() });

    public void Again(long id, DeliveryState state, string reply, DateTimeOffset dueAt) =>
        Execute(AgainSql, new { id, state = state.ToString(), reply, dueAt = dueAt.ToStorage() });

    public void Failed(long id, string reply) =>
        database.InTransaction(connection => connection.Execute(FailedSql, new { id, reply }));

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

    private sealed record Row(
        long Id, long DigestId, long ProfileId, string Recipient, string? RecipientName, string MessageId, string ComposedAt,
        string Why, string Token, long Attempts, string BounceToken)
    {
        public DueDelivery ToDue() =>
            new(Id, DigestId, ProfileId, Recipient, RecipientName, MessageId, StoredTime.FromStorage(ComposedAt), Why, Token, (int)Attempts) { BounceToken = BounceToken };
    }
}

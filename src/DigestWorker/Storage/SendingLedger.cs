using System.Data.Common;
using System.Text.Json;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>
/// What one run claims and notes, over one connection. That a mail was sent is committed before the next goes out on its
/// connection, so a kill leaves at most one in doubt on each; notes of several connections may share a commit.
/// </summary>
internal sealed class SendingLedger : IDisposable
{
    // In the words of the index delivery_due, or it would not be used.
    private static string DueSql(Dialect dialect) => $"""
        select v.id, v.digest_id, d.profile_id, v.recipient, v.recipient_name, v.message_id, v.composed_at, d.why, d.token, v.attempts, v.bounce_token, d.notice, v.state, v.doubts
        from delivery v join digest d on d.id = v.digest_id
        where v.state not in ('Sent', 'Failed', 'Suppressed', 'Held') and v.state <> 'Sending' and v.due_at <= @now
        order by v.due_at, v.id
        limit @limit
        {dialect.ForUpdateOfFree("v")}
        """;

    // 3 where it is to go out, 2 where nobody wants it any more; less where another worker has taken the claim over.
    private readonly string _standingSql;

    // Null where only one may send: then nobody else's claim is there while it does.
    private readonly string? _takeOverSql;
    private readonly string _claimSql, _sentSql, _allSentSql, _noteSql, _endSql, _untoldSql, _backSql, _postponeSql, _dueSql;
    private readonly Database _database;
    private readonly ISender _sender;
    private readonly string _worker;
    private readonly DbConnection _connection;
    private readonly Statements _statements;
    private readonly SharedWrite<SentNote> _sent;

    /// <param name="connections">How many mail connections note in it at once.</param>
    public SendingLedger(Database database, ISender sender, int connections = 1)
    {
        (_database, _sender, _worker) = (database, sender, sender.Id);
        _connection = database.Open();
        var dialect = Dialect.Of(_connection);
        _takeOverSql = dialect.IsDead.Length == 0 ? null : Deliveries.TakeOverSql(dialect);
        _dueSql = DueSql(dialect);
        _claimSql = $"""
            update delivery set state = 'Sending', attempts = attempts + 1 {dialect.Claim}
            where id in (select cast(due.value as bigint) from {dialect.Words("@ids", "due")})
            """;
        _standingSql = $"""
            select 2 * (select count(*) from delivery where id = @id and state = 'Sending' {dialect.IsOwn})
                + (select count(*) from digest d join subscriber s on s.id = d.subscriber_id where d.id = @digestId and s.state = 'Active' and s.ended_at is null)
            """;
        _sentSql = $"update delivery set state = 'Sent', reply = @reply, sent_at = @at where id = @id {dialect.IsOwn}";
        _allSentSql = $"""
            update delivery set state = 'Sent', reply = sent.value ->> 'Reply', sent_at = sent.value ->> 'At'
            from {dialect.Rows("@sent", "sent")}
            where delivery.id = cast(sent.value ->> 'Id' as bigint) {dialect.IsOwn}
            """;
        _noteSql = $"update delivery set state = @state, reply = @reply, due_at = coalesce(@dueAt, due_at), doubts = @doubts where id = @id {dialect.IsOwn}";
        _endSql = $"update delivery set state = @state, reply = @reply where id = @id and state <> 'Sent' {dialect.IsOwn}";
        // What went nowhere was never read, so its releases may come in the next digest.
        _untoldSql = $"delete from digest_release where digest_id = (select digest_id from delivery where id = @id and state = @state {dialect.IsOwn})";
        _backSql = $"update delivery set state = @state, attempts = attempts - 1, doubts = @doubts where id = @id and state = 'Sending' {dialect.IsOwn}";
        _postponeSql = $"update delivery set state = @state, attempts = attempts - 1, reply = @reply, due_at = @dueAt where id = @id {dialect.IsOwn}";
        _connection.Execute(Dialect.Of(_connection).BeforeSending);
        _statements = new Statements(_connection);
        _sent = new SharedWrite<SentNote>(Keep, waitsForOthers: connections > 1);
    }

    /// <returns>What is due and now claimed, at most so many; those that share a profile stand together.</returns>
    public IReadOnlyList<DueDelivery> Claim(DateTimeOffset now, int limit)
    {
        _sender.EnsureHeld();
        if (_takeOverSql is not null)
        {
            _database.Exclusively(() => _statements[_takeOverSql].Run());
        }

        return _database.Exclusively(() => ClaimDue(now, limit));
    }

    // On the connection that the notes are made over: another one would find its cache stale each time.
    private List<DueDelivery> ClaimDue(DateTimeOffset now, int limit)
    {
        using var transaction = _connection.BeginTransaction();
        using var statements = new Statements(_connection);
        var due = statements[_dueSql].List(Read, ("@now", now.ToStorage()), ("@limit", limit));
        statements[_claimSql].Run(("@ids", JsonSerializer.Serialize(due.Select(delivery => delivery.Id))), ("@worker", _worker));
        transaction.Commit();
        return [.. due.OrderBy(delivery => delivery.ProfileId)];
    }

    /// <summary>Asked just before a mail goes out: whoever has left or paused since it was composed gets nothing.</summary>
    public ClaimStanding Standing(DueDelivery delivery)
    {
        _sender.EnsureHeld();
        return _database.Exclusively(() =>
            _statements[_standingSql].Scalar<long>(("@id", delivery.Id), ("@digestId", delivery.DigestId), ("@worker", _worker)) switch
            {
                3 => ClaimStanding.Wanted,
                2 => ClaimStanding.Unwanted,
                _ => ClaimStanding.Lost,
            });
    }

    /// <returns>Done when it is committed.</returns>
    public Task SentAsync(DueDelivery delivery, string reply, DateTimeOffset at) => _sent.AddAsync(new SentNote(delivery.Id, reply, at.ToStorage()));

    public void Again(DueDelivery delivery, string reply, DateTimeOffset dueAt) => Note(delivery, (Waiting(delivery, DeliveryState.Deferred), reply, dueAt));

    public void Hold(DueDelivery delivery, string reply) => Note(delivery, (DeliveryState.Held, reply, null));

    public void Fail(DueDelivery delivery, string reply) => End(delivery, DeliveryState.Failed, reply);

    /// <summary>Nothing goes out, because it was not wanted any more.</summary>
    public void Suppress(DueDelivery delivery, string reply) => End(delivery, DeliveryState.Suppressed, reply);

    /// <summary>As if it had never been claimed.</summary>
    public void GiveBack(DueDelivery delivery) => _database.Exclusively(() => _statements[_backSql].Run(
        ("@state", Waiting(delivery, DeliveryState.Queued).ToString()), ("@doubts", delivery.Doubts), ("@id", delivery.Id), ("@worker", _worker)));

    /// <summary>Put off without a try.</summary>
    public void Postpone(DueDelivery delivery, string reply, DateTimeOffset dueAt) => _database.Exclusively(() =>
        _statements[_postponeSql].Run(("@state", Waiting(delivery, DeliveryState.Deferred).ToString()), ("@reply", reply), ("@dueAt", dueAt.ToStorage()), ("@id", delivery.Id), ("@worker", _worker)));

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    // In one order with those who would take the claims over, so that neither waits for the other in a circle.
    private void Keep(IReadOnlyList<SentNote> sent) => _database.Exclusively(() => sent is [var one]
        ? _statements[_sentSql].Run(("@reply", one.Reply), ("@at", one.At), ("@id", one.Id), ("@worker", _worker))
        : _statements[_allSentSql].Run(("@sent", JsonSerializer.Serialize(sent.OrderBy(note => note.Id))), ("@worker", _worker)));

    private void Note(DueDelivery delivery, (DeliveryState State, string Reply, DateTimeOffset? DueAt) note) =>
        _database.Exclusively(() => _statements[_noteSql].Run(
            ("@state", note.State.ToString()), ("@reply", note.Reply), ("@dueAt", note.DueAt?.ToStorage()), ("@doubts", delivery.Doubts), ("@id", delivery.Id), ("@worker", _worker)));

    // What a server may have stays in doubt, whatever comes of a later try.
    private static DeliveryState Waiting(DueDelivery delivery, DeliveryState otherwise) => delivery.IsInDoubt ? DeliveryState.Unknown : otherwise;

    private void End(DueDelivery delivery, DeliveryState state, string reply) => _database.Exclusively(() =>
    {
        using var transaction = _connection.BeginTransaction();
        using var statements = new Statements(_connection);
        statements[_endSql].Run(("@state", state.ToString()), ("@reply", reply), ("@id", delivery.Id), ("@worker", _worker));
        statements[_untoldSql].Run(("@id", delivery.Id), ("@state", state.ToString()), ("@worker", _worker));
        transaction.Commit();
    });

    private static DueDelivery Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5),
        StoredTime.FromStorage(row.GetString(6)), row.GetString(7), row.GetString(8), (int)row.GetInt64(9))
    { BounceToken = row.GetString(10), Notice = row.GetString(11), IsInDoubt = row.GetString(12) == nameof(DeliveryState.Unknown), Doubts = (int)row.GetInt64(13) };

    private sealed record SentNote(long Id, string Reply, string At);
}

/// <summary>What a claim is worth just before its mail goes out.</summary>
internal enum ClaimStanding
{
    Wanted,
    Unwanted,

    /// <summary>This worker was held to be gone, and another has taken it over.</summary>
    Lost,
}

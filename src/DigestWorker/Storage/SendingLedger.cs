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
    private readonly SendingSql _sql;
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
        _sql = new SendingSql(dialect);
        _connection.Execute(dialect.BeforeSending);
        _statements = new Statements(_connection);
        _sent = new SharedWrite<SentNote>(Keep, waitsForOthers: connections > 1);
    }

    /// <returns>What is due and now claimed, at most so many; those that share a profile stand together.</returns>
    public IReadOnlyList<DueDelivery> Claim(DateTimeOffset now, int limit)
    {
        _sender.EnsureHeld();
        if (_sql.TakeOver is { } takeOver)
        {
            _database.Exclusively(() => _statements[takeOver].Run());
        }

        return _database.Exclusively(() => ClaimDue(now, limit));
    }

    // On the connection that the notes are made over: another one would find its cache stale each time.
    private List<DueDelivery> ClaimDue(DateTimeOffset now, int limit)
    {
        using var transaction = _connection.BeginTransaction();
        using var statements = new Statements(_connection);
        var due = statements[_sql.Due].List(Read, ("@now", now.ToStorage()), ("@limit", limit));
        statements[_sql.Claim].Run(("@ids", JsonSerializer.Serialize(due.Select(delivery => delivery.Id))), ("@worker", _worker));
        transaction.Commit();
        return [.. due.OrderBy(delivery => delivery.ProfileId)];
    }

    /// <summary>Asked just before a mail goes out: whoever has left or paused since it was composed gets nothing.</summary>
    public ClaimStanding Standing(DueDelivery delivery)
    {
        _sender.EnsureHeld();
        return _database.Exclusively(() =>
            _statements.Kept(_sql.Standing).Scalar<long>(("@id", delivery.Id), ("@digestId", delivery.DigestId), ("@worker", _worker)) switch
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
    public void GiveBack(DueDelivery delivery) => _database.Exclusively(() => _statements[_sql.Back].Run(
        ("@state", Waiting(delivery, DeliveryState.Queued).ToString()), ("@doubts", delivery.Doubts), ("@id", delivery.Id), ("@worker", _worker)));

    /// <summary>Put off without a try.</summary>
    public void Postpone(DueDelivery delivery, string reply, DateTimeOffset dueAt) => _database.Exclusively(() =>
        _statements[_sql.Postpone].Run(("@state", Waiting(delivery, DeliveryState.Deferred).ToString()), ("@reply", reply), ("@dueAt", dueAt.ToStorage()), ("@id", delivery.Id), ("@worker", _worker)));

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    // In one order with those who would take the claims over, so that neither waits for the other in a circle.
    private void Keep(IReadOnlyList<SentNote> sent) => _database.Exclusively(() =>
    {
        foreach (var few in sent.OrderBy(note => note.Id).Chunk(SendingSql.NotesAtOnce))
        {
            KeepFew(few);
        }
    });

    private int KeepFew(SentNote[] sent) => sent is [var one]
        ? _statements.Kept(_sql.Sent).Run(("@reply", one.Reply), ("@at", one.At), ("@id", one.Id), ("@worker", _worker))
        : _statements.Kept(_sql.AllSent).Run(("@sent", JsonSerializer.Serialize(sent)), ("@worker", _worker));

    private void Note(DueDelivery delivery, (DeliveryState State, string Reply, DateTimeOffset? DueAt) note) =>
        _database.Exclusively(() => _statements[_sql.Note].Run(
            ("@state", note.State.ToString()), ("@reply", note.Reply), ("@dueAt", note.DueAt?.ToStorage()), ("@doubts", delivery.Doubts), ("@id", delivery.Id), ("@worker", _worker)));

    // What a server may have stays in doubt, whatever comes of a later try.
    private static DeliveryState Waiting(DueDelivery delivery, DeliveryState otherwise) => delivery.IsInDoubt ? DeliveryState.Unknown : otherwise;

    private void End(DueDelivery delivery, DeliveryState state, string reply) => _database.Exclusively(() =>
    {
        using var transaction = _connection.BeginTransaction();
        using var statements = new Statements(_connection);
        statements[_sql.End].Run(("@state", state.ToString()), ("@reply", reply), ("@id", delivery.Id), ("@worker", _worker));
        statements[_sql.Untold].Run(("@id", delivery.Id), ("@state", state.ToString()), ("@worker", _worker));
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

using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How somebody stops the digest by a link of a mail, and takes it back. Every change is a row.</summary>
internal sealed class Stops(Database database, OptOuts optOuts)
{
    private const string FindSql = "select id as Id, email as Email, state as State, ended_at as EndedAt from subscriber where token = @token and token <> ''";

    private const string StopSql = """
        update subscriber set state = 'Unsubscribed', ended_at = @at,
            ended_because = case state when 'Suppressed' then 'stopped while suppressed' else 'stopped by the subscriber' end
        where id = @id and state <> 'Unsubscribed'
        """;

    private const string TokensSql = "select token from subscriber where address in @spellings";

    private const string ObjectSql = """
        update subscriber set state = 'Unsubscribed', ended_at = @at, ended_because = 'objected, passed on by an admin'
        where id = @id and state <> 'Unsubscribed'
        """;

    // Only what was stopped by the link itself, and only for a while: later it takes the person's own joining.
    private const string UndoSql = """
        update subscriber set state = case when paused_until is null then 'Active' else 'Paused' end, ended_at = null, ended_because = null
        where id = @id and state = 'Unsubscribed' and ended_because = 'stopped by the subscriber' and ended_at >= @since
        """;

    /// <returns>Null where the token opens nothing.</returns>
    public LinkHolder? Find(string token)
    {
        using var connection = database.Open();
        return Find(connection, token);
    }

    /// <summary>Stops at once; a second time changes nothing.</summary>
    /// <returns>Null where the token opens nothing.</returns>
    public LinkHolder? Stop(string token, DateTimeOffset at) => database.InTransaction(connection => Stop(connection, token, at));

    public static LinkHolder? Stop(DbConnection connection, string token, DateTimeOffset at) =>
        Change(connection, token, StopSql, "stopped", new { at = at.ToStorage(), since = "" }, (Actor.Subscriber, at));

    /// <summary>Somebody's own objection that an admin passes on. Where nobody is known, only a keyed hash of the address is kept.</summary>
    /// <returns>False where nobody of this address was known.</returns>
    public bool Object(string email, DateTimeOffset at) => database.InTransaction(connection =>
    {
        var tokens = connection.Query<string>(TokensSql, new { spellings = EmailAddress.Spellings(email) }).AsList();
        var stopped = tokens.ConvertAll(token => Change(connection, token, ObjectSql, "stopped, passed on by an admin", new { at = at.ToStorage() }, (Actor.Admin, at)) is not null);
        if (tokens.Count == 0)
        {
            optOuts.Add(connection, email, OptOutReason.Unsubscribed, at);
        }

        return stopped.Contains(true);
    });

    public LinkHolder? Undo(string token, DateTimeOffset at, TimeSpan within) => database.InTransaction(connection =>
        Change(connection, token, UndoSql, "stop undone", new { at = at.ToStorage(), since = (at - within).ToStorage() }, (Actor.Subscriber, at)));

    public static LinkHolder? Find(DbConnection connection, string token) =>
        connection.QuerySingleOrDefault<Row>(FindSql, new { token }) is { } row
            ? new LinkHolder(row.Id, row.Email, Enum.Parse<SubscriberState>(row.State), row.EndedAt is null)
            : null;

    private static LinkHolder? Change(DbConnection connection, string token, string sql, string change, object values, (Actor By, DateTimeOffset At) who)
    {
        if (Find(connection, token) is not { } holder)
        {
            return null;
        }

        var parameters = new DynamicParameters(values);
        parameters.Add("id", holder.Id);
        if (connection.Execute(sql, parameters) == 1)
        {
            SubscriberChanges.Note(connection, holder.Id, who, change);
        }

        return Find(connection, token);
    }

    private sealed record Row(long Id, string Email, string State, string? EndedAt);
}

/// <summary>The subscriber whom a link of a mail belongs to.</summary>
internal sealed record LinkHolder(long Id, string Email, SubscriberState State, bool Subscribed);

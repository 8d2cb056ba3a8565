using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How somebody stops the digest by a link of a mail, and takes it back. Every change is a row.</summary>
internal sealed class Stops(Database database)
{
    private const string FindSql = "select id as Id, email as Email, state as State, ended_at as EndedAt from subscriber where token = @token and token <> ''";

    private const string StopSql = """
        update subscriber set state = 'Unsubscribed', ended_at = @at,
            ended_because = case state when 'Suppressed' then 'stopped while suppressed' else 'stopped by the subscriber' end
        where id = @id and state <> 'Unsubscribed'
        """;

    // Only what was stopped by the link itself, and only for a while: later it takes the person's own joining.
    private const string UndoSql = """
        update subscriber set state = 'Active', ended_at = null, ended_because = null
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
        Change(connection, token, StopSql, "stopped", new { at = at.ToStorage(), since = "" }, at);

    public LinkHolder? Undo(string token, DateTimeOffset at, TimeSpan within) => database.InTransaction(connection =>
        Change(connection, token, UndoSql, "stop undone", new { at = at.ToStorage(), since = (at - within).ToStorage() }, at));

    public static LinkHolder? Find(DbConnection connection, string token) =>
        connection.QuerySingleOrDefault<Row>(FindSql, new { token }) is { } row
            ? new LinkHolder(row.Id, row.Email, Enum.Parse<SubscriberState>(row.State), row.EndedAt is null)
            : null;

    private static LinkHolder? Change(DbConnection connection, string token, string sql, string change, object values, DateTimeOffset at)
    {
        if (Find(connection, token) is not { } holder)
        {
            return null;
        }

        var parameters = new DynamicParameters(values);
        parameters.Add("id", holder.Id);
        if (connection.Execute(sql, parameters) == 1)
        {
            SubscriberChanges.Note(connection, holder.Id, (Actor.Subscriber, at), change);
        }

        return Find(connection, token);
    }

    private sealed record Row(long Id, string Email, string State, string? EndedAt);
}

/// <summary>The subscriber whom a link of a mail belongs to.</summary>
internal sealed record LinkHolder(long Id, string Email, SubscriberState State, bool Subscribed);

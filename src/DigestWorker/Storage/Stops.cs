using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How somebody stops the digest by a link of a mail, and takes it back. Every change is a row.</summary>
internal sealed class Stops(Database database, OptOuts optOuts)
{
    private const string FindSql = """
        select id as Id, email as Email, state as State, ended_at as EndedAt, ended_because as Because from subscriber where token = @token and token <> ''
        """;

    private const string ByLink = "stopped by the subscriber", AfterItsEnd = "stopped after it had ended";

    private const string StopSql = $"""
        update subscriber set state = 'Unsubscribed', ended_at = @at,
            ended_because = case when state = 'Suppressed' then 'stopped while suppressed' when ended_at is not null then '{AfterItsEnd}' else '{ByLink}' end
        where id = @id and state <> 'Unsubscribed'
        """;

    private const string ObjectSql = """
        update subscriber set state = 'Unsubscribed', ended_at = @at, ended_because = 'objected, passed on by an admin'
        where id = @id and state <> 'Unsubscribed'
        """;

    // Only what was stopped by the link itself, and only for a while: later it takes the person's own joining. What had ended before, or has
    // nobody any more who asks for it, stays ended.
    private const string GoesOn = $"""
        ended_because = '{ByLink}'
        and (exists (select 1 from subscription s where s.subscriber_id = subscriber.id) or exists (select 1 from team_member m where m.subscriber_id = subscriber.id))
        """;

    private const string UndoSql = $"""
        update subscriber
        set state = case when paused_until is null then 'Active' else 'Paused' end,
            ended_at = case when {GoesOn} then null else ended_at end,
            ended_because = case when {GoesOn} then null else 'ended beside a stop that was undone' end
        where id = @id and state = 'Unsubscribed' and ended_because in ('{ByLink}', '{AfterItsEnd}') and ended_at >= @since
        """;

    // Under another spelling of the address.
    private const string GoesOnElseSql = "select exists (select 1 from subscriber where address in @spellings and ended_at is null)";

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
        Change(connection, token, new Act(StopSql, "stopped", new { at = at.ToStorage() }, (Actor.Subscriber, at)));

    /// <summary>Somebody's own objection that an admin passes on. Where nobody is known, only a keyed hash of the address is kept.</summary>
    /// <returns>False where nobody of this address was known.</returns>
    public bool Object(string email, DateTimeOffset at) => database.InTransaction(connection =>
    {
        var isKnown = KnownAddress.Ids(connection, email).Count > 0;
        Change(connection, new Act(ObjectSql, "stopped, passed on by an admin", new { at = at.ToStorage() }, (Actor.Admin, at)), email);
        if (!isKnown)
        {
            optOuts.Add(connection, email, OptOutReason.Unsubscribed, at);
        }

        return isKnown;
    });

    public LinkHolder? Undo(string token, DateTimeOffset at, TimeSpan within) => database.InTransaction(connection =>
        Change(connection, token, new Act(UndoSql, "stop undone", new { since = (at - within).ToStorage() }, (Actor.Subscriber, at))));

    public static LinkHolder? Find(DbConnection connection, string token) =>
        connection.QuerySingleOrDefault<Row>(FindSql, new { token }) is { } row
            ? new LinkHolder(row.Id, row.Email, Enum.Parse<SubscriberState>(row.State), row.EndedAt is null || GoesOnElse(connection, row.Email)) { IsByLink = row.Because is ByLink or AfterItsEnd }
            : null;

    private static bool GoesOnElse(DbConnection connection, string email) => connection.ExecuteScalar<bool>(GoesOnElseSql, new { spellings = EmailAddress.Spellings(email) });

    private static LinkHolder? Change(DbConnection connection, string token, Act act)
    {
        if (Find(connection, token) is not { } holder)
        {
            return null;
        }

        Change(connection, act, holder.Email);
        return Find(connection, token);
    }

    private static void Change(DbConnection connection, Act act, string email) =>
        SubscriberChanges.Make(connection, KnownAddress.Ids(connection, email), (act.Sql, act.Values), act.Who, act.Words);

    private sealed record Act(string Sql, string Words, object Values, (Actor By, DateTimeOffset At) Who);

    private sealed record Row(long Id, string Email, string State, string? EndedAt, string? Because);
}

/// <summary>The subscriber whom a link of a mail belongs to.</summary>
internal sealed record LinkHolder(long Id, string Email, SubscriberState State, bool Subscribed)
{
    /// <summary>Stopped by a link, which may be taken back for a while.</summary>
    public bool IsByLink { get; init; }
}

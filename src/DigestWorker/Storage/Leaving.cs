using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How a subscription ends without an opt-out: whoever is left with neither a team nor an asking of their own gets nothing more.</summary>
internal static class Leaving
{
    private const string LeaveTeamSql = "delete from team_member where team_id = @teamId and subscriber_id = @id";

    private const string WithdrawSql = "delete from subscription where subscriber_id = @id and asked_by = @by";

    private const string LeaveAllSql = """
        delete from team_member where subscriber_id = @id;
        delete from subscription where subscriber_id = @id
        """;

    private const string EndSql = """
        update subscriber set ended_at = @at, ended_because = @because
        where id = @id and ended_at is null
          and not exists (select 1 from subscription where subscriber_id = @id)
          and not exists (select 1 from team_member where subscriber_id = @id)
        """;

    /// <returns>False where the person was no member.</returns>
    public static bool LeaveTeam(DbConnection connection, long teamId, long id, (Actor By, DateTimeOffset At) who)
    {
        using var statements = new Statements(connection);
        return LeaveTeam(statements, teamId, id, who);
    }

    /// <summary>The same in a flood of people.</summary>
    public static bool LeaveTeam(Statements statements, long teamId, long id, (Actor By, DateTimeOffset At) who) =>
        statements[LeaveTeamSql].Run(("teamId", teamId), ("id", id)) == 1 && Left(statements, id, "left a team", who);

    /// <summary>Takes back one asking; a team may still subscribe the person.</summary>
    public static bool Withdraw(DbConnection connection, long id, AskedBy by, (Actor By, DateTimeOffset At) who) =>
        connection.Execute(WithdrawSql, new { id, by = by.ToString() }) == 1 && Left(connection, id, by == AskedBy.Settings ? "left the settings file" : "subscription taken back", who);

    public static void LeaveAll(DbConnection connection, long id, string because, (Actor By, DateTimeOffset At) who)
    {
        connection.Execute(LeaveAllSql, new { id });
        Left(connection, id, because, who);
    }

    private static bool Left(DbConnection connection, long id, string because, (Actor By, DateTimeOffset At) who)
    {
        using var statements = new Statements(connection);
        return Left(statements, id, because, who);
    }

    private static bool Left(Statements statements, long id, string because, (Actor By, DateTimeOffset At) who)
    {
        statements[EndSql].Run(("id", id), ("because", because), ("at", who.At.ToStorage()));
        SubscriberChanges.Note(statements, id, who, because);
        return true;
    }
}

using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>How somebody becomes a subscriber, whoever asks for it: an opt-out always wins.</summary>
internal static class Joining
{
    private const string FindSql = """
        select id as Id, state as State, ended_at as EndedAt from subscriber where address = @address
        """;

    private const string AddSql = """
        insert into subscriber (email, address, name, state, since, added_by, token)
        values (@Email, @address, @Name, 'Active', @at, @by, @token)
        returning id
        """;

    private const string RejoinSql = """
        update subscriber
        set ended_at = null, ended_because = null, state = 'Active', since = @at, added_by = @by, name = coalesce(@Name, name)
        where id = @id;
        delete from subscriber_role where subscriber_id = @id;
        delete from subscriber_area where subscriber_id = @id;
        delete from team_member where subscriber_id = @id
        """;

    private const string RoleSql = "insert into subscriber_role (subscriber_id, role) values (@id, @value) on conflict do nothing";

    private const string AreaSql = "insert into subscriber_area (subscriber_id, area) values (@id, @value) on conflict do nothing";

    private const string MemberSql = "insert into team_member (team_id, subscriber_id) values (@teamId, @id) on conflict do nothing";

    private const string TeamSql = "insert into team (name) values (@name) on conflict (name) do update set name = team.name returning id";

    public static (long Id, JoinOutcome Outcome) Join(DbConnection connection, Joiner joiner, string by, DateTimeOffset at)
    {
        var address = EmailAddress.Normalise(joiner.Email);
        var known = connection.QuerySingleOrDefault<Row>(FindSql, new { address });
        if (known?.State is nameof(SubscriberState.Unsubscribed) or nameof(SubscriberState.Suppressed))
        {
            return (known.Id, JoinOutcome.OptedOut);
        }

        var values = new { joiner.Email, address, joiner.Name, at = at.ToStorage(), by, id = known?.Id, token = SecretToken.New() };
        var id = known?.Id ?? connection.ExecuteScalar<long>(AddSql, values);
        if (known?.EndedAt is not null)
        {
            connection.Execute(RejoinSql, values);
        }

        AddAll(connection, RoleSql, id, joiner.Roles);
        AddAll(connection, AreaSql, id, joiner.Areas);
        return (id, known is { EndedAt: null } ? JoinOutcome.Extended : JoinOutcome.Joined);
    }

    public static long Team(DbConnection connection, string name) =>
        connection.ExecuteScalar<long>(TeamSql, new { name });

    public static JoinOutcome JoinTeam(DbConnection connection, long teamId, Joiner joiner, DateTimeOffset at)
    {
        var (id, outcome) = Join(connection, joiner, Subscribers.ByTeam, at);
        if (outcome != JoinOutcome.OptedOut)
        {
            connection.Execute(MemberSql, new { teamId, id });
        }

        return outcome;
    }

    private static void AddAll(DbConnection connection, string sql, long id, IReadOnlyList<string> values)
    {
        foreach (var value in values)
        {
            connection.Execute(sql, new { id, value });
        }
    }

    private sealed record Row(long Id, string State, string? EndedAt);
}

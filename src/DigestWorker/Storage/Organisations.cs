using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Organisations and teams as the settings name them. What left the settings stays, with its members, until an admin removes it.</summary>
internal sealed class Organisations(Database database)
{
    private static string OrganisationSql(Dialect dialect) => $"""
        insert into organisation (key, name, contact) values (@Key, @Name, @Contact)
        on conflict ({dialect.WhereCaseIsIgnored("key")}) do update set name = excluded.name, contact = excluded.contact
        returning id
        """;

    // An import made it under the name that the settings give it now.
    private static string AdoptSql(Dialect dialect) => $"""
        update team set key = @Key
        where {dialect.Same("key", "@Name")} and organisation_id is null
          and not exists (select 1 from team where {dialect.Same("key", "@Key")})
        """;

    private static string TeamSql(Dialect dialect) => $"""
        insert into team (key, name, organisation_id, contact, token) values (@Key, @Name, @organisationId, @Contact, @token)
        on conflict ({dialect.WhereCaseIsIgnored("key")}) do update set name = excluded.name, organisation_id = excluded.organisation_id, contact = excluded.contact
        returning id
        """;

    private const string ForgetSql = """
        delete from team_role where team_id = @teamId and role not in @Roles;
        delete from team_area where team_id = @teamId and area not in @Areas;
        delete from team_quiet where team_id = @teamId
        """;

    private const string RoleSql = "insert into team_role (team_id, role) values (@teamId, @value) on conflict do nothing";

    private const string AreaSql = "insert into team_area (team_id, area) values (@teamId, @value) on conflict do nothing";

    private const string QuietSql = """
        insert into team_quiet (team_id, first_day, last_day) values (@teamId, @First, @Last)
        on conflict (team_id, first_day) do update set last_day = excluded.last_day where excluded.last_day > team_quiet.last_day
        """;

    /// <summary>Makes the settings true in one transaction; a team of the same key that an import made is taken over.</summary>
    public void Follow(IReadOnlyList<Organisation> settings)
    {
        if (settings.Count > 0)
        {
            database.InTransaction(connection => Follow(connection, settings));
        }
    }

    private static void Follow(DbConnection connection, IReadOnlyList<Organisation> settings)
    {
        foreach (var organisation in settings)
        {
            var id = connection.ExecuteScalar<long>(OrganisationSql(Dialect.Of(connection)), new { organisation.Key, organisation.Name, organisation.Contact });
            foreach (var team in organisation.Teams)
            {
                Follow(connection, id, team);
            }
        }
    }

    private static void Follow(DbConnection connection, long organisationId, OrganisedTeam team)
    {
        connection.Execute(AdoptSql(Dialect.Of(connection)), new { team.Key, team.Name });
        var teamId = connection.ExecuteScalar<long>(TeamSql(Dialect.Of(connection)), new { team.Key, team.Name, organisationId, team.Contact, token = SecretToken.New() });
        connection.Execute(ForgetSql, new { teamId, team.Roles, team.Areas });
        connection.Execute(RoleSql, team.Roles.Select(value => new { teamId, value }));
        connection.Execute(AreaSql, team.Areas.Select(value => new { teamId, value }));
        connection.Execute(QuietSql, team.Quiet.Select(days => new { teamId, First = days.First.ToStorage(), Last = days.Last.ToStorage() }));
    }
}

using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The people who get the digest. A subscription that ends keeps its row, so that nobody gets an edition twice by rejoining.</summary>
internal sealed class Subscribers(Database database)
{
    public const string ByAdmin = "admin", BySettings = "settings", ByTeam = "team";

    private const string AllSql = """
        select id as Id, email as Email, name as Name, state as State, since as Since, token as Token
        from subscriber
        where ended_at is null
        order by id
        """;

    private const string RolesSql = "select subscriber_id as SubscriberId, role as Value from subscriber_role order by subscriber_id, role";

    private const string AreasSql = "select subscriber_id as SubscriberId, area as Value from subscriber_area order by subscriber_id, area";

    private const string TeamsSql = """
        select m.subscriber_id as SubscriberId, t.name as Value
        from team_member m join team t on t.id = m.team_id
        order by m.subscriber_id, t.name
        """;

    private const string EndSql = """
        update subscriber set ended_at = @at, ended_because = @because where address = @address and ended_at is null
        """;

    private const string LeftSettingsSql = """
        update subscriber set ended_at = @at, ended_because = 'left the settings file'
        where added_by = 'settings' and ended_at is null and address not in @addresses
        """;

    public IReadOnlyList<Subscriber> All()
    {
        using var connection = database.Open();
        var roles = SharedLists.Read(connection, RolesSql);
        var areas = SharedLists.Read(connection, AreasSql);
        var teams = SharedLists.Read(connection, TeamsSql);
        var wishes = SubscriberWishes.Of(connection);
        return [.. connection.Query<Row>(AllSql, buffered: false)
            .Select(row => row.ToSubscriber(roles.Of(row.Id), areas.Of(row.Id), teams.Of(row.Id), wishes.GetValueOrDefault(row.Id, Wishes.None)))];
    }

    public JoinOutcome Add(Joiner joiner, DateTimeOffset at) =>
        database.InTransaction(connection => Joining.Join(connection, joiner, ByAdmin, at).Outcome);

    /// <returns>An outcome for each joiner, in order; all are kept or, when something fails, none.</returns>
    public IReadOnlyList<JoinOutcome> Import(string team, IReadOnlyList<Joiner> joiners, DateTimeOffset at) =>
        database.InTransaction(connection =>
        {
            var teamId = Joining.Team(connection, team);
            return joiners.Select(joiner => Joining.JoinTeam(connection, teamId, joiner, at)).ToList();
        });

    /// <summary>Makes the people of the settings file subscribers, and ends those whom only an earlier file named.</summary>
    public void Follow(IReadOnlyList<Joiner> settings, DateTimeOffset at) =>
        database.InTransaction(connection =>
        {
            foreach (var joiner in settings)
            {
                Joining.Join(connection, joiner, BySettings, at);
            }

            var addresses = settings.Select(joiner => EmailAddress.Normalise(joiner.Email)).ToList();
            connection.Execute(LeftSettingsSql, new { at = at.ToStorage(), addresses });
        });

    /// <returns>False when nobody with this address is subscribed.</returns>
    public bool Remove(string email, DateTimeOffset at)
    {
        using var connection = database.Open();
        return connection.Execute(EndSql, new { address = EmailAddress.Normalise(email), at = at.ToStorage(), because = "removed by an admin" }) == 1;
    }

    private sealed record Row(long Id, string Email, string? Name, string State, string Since, string Token)
    {
        public Subscriber ToSubscriber(IReadOnlyList<string> roles, IReadOnlyList<string> areas, IReadOnlyList<string> teams, Wishes wishes) =>
            new(Id, Email, Name, roles, areas, teams, Enum.Parse<SubscriberState>(State), StoredTime.FromStorage(Since)) { Token = Token, Wishes = wishes };
    }
}

using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The people who get the digest. A subscription that ends keeps its row, so that nobody gets an edition twice by rejoining.</summary>
internal sealed class Subscribers(Database database, Joining joining)
{
    // What one batch takes in memory is little, and asking for it costs little beside reading it.
    private const int Batch = 1_000;

    private const string Columns = "id as Id, email as Email, name as Name, state as State, since as Since, token as Token";

    private const string AllSql = $"select {Columns} from subscriber where ended_at is null order by id";

    private const string NextSql = $"select {Columns} from subscriber where ended_at is null and id > @after and id <= @last order by id limit @Batch";

    private const string EverybodySql = $"select {Columns} from subscriber where ended_at is null or (state = 'Unsubscribed' and email <> '') order by id";

    private const string FindSql = $"select {Columns} from subscriber where id = @id and (ended_at is null or (state = 'Unsubscribed' and email <> ''))";

    private const string RolesSql = """
        select subscriber_id as SubscriberId, role as Value from effective_role where subscriber_id between @First and @Last order by subscriber_id, role
        """;

    private const string AreasSql = """
        select subscriber_id as SubscriberId, area as Value from effective_area where subscriber_id between @First and @Last order by subscriber_id, area
        """;

    private const string TeamsSql = """
        select m.subscriber_id as SubscriberId, t.name as Value
        from team_member m join team t on t.id = m.team_id
        where m.subscriber_id between @First and @Last
        order by m.subscriber_id, t.name
        """;

    private const string IsSubscribedSql = "select count(*) from subscriber where id = @id and ended_at is null";

    private const string TokenSql = "select token from subscriber where id = @id";

    private const string LeftSettingsSql = """
        select s.subscriber_id from subscription s join subscriber p on p.id = s.subscriber_id
        where s.asked_by = 'Settings' and p.address not in @addresses
        """;

    public IReadOnlyList<Subscriber> All() => Read(AllSql);

    /// <summary>Those of these ids in their order, each batch when it is asked for: there may be more than are to be held at once.</summary>
    public IEnumerable<IReadOnlyList<Subscriber>> InBatches(IdRange range)
    {
        for (var after = range.First - 1; Next(after, range.Last) is { Count: > 0 } batch; after = batch[^1].Id)
        {
            yield return batch;
        }
    }

    /// <summary>With those who stopped the digest.</summary>
    public IReadOnlyList<Subscriber> Everybody() => Read(EverybodySql);

    /// <returns>One of <see cref="Everybody"/>; null for anybody else.</returns>
    public Subscriber? Find(long id)
    {
        using var connection = database.Open();
        var rows = connection.Query<Row>(FindSql, new { id }).AsList();
        return rows.Count == 0 ? null : Whole(connection, rows, new IdRange(id, id))[0];
    }

    /// <summary>What opens this person's own pages.</summary>
    public static string Token(DbConnection connection, long id) => connection.QuerySingle<string>(TokenSql, new { id });

    private List<Subscriber> Next(long after, long last)
    {
        using var connection = database.Open();
        var rows = connection.Query<Row>(NextSql, new { after, last, Batch }).AsList();
        return rows.Count == 0 ? [] : Whole(connection, rows, new IdRange(rows[0].Id, rows[^1].Id));
    }

    private List<Subscriber> Read(string sql)
    {
        using var connection = database.Open();
        return Whole(connection, connection.Query<Row>(sql, buffered: false), IdRange.All);
    }

    private static List<Subscriber> Whole(DbConnection connection, IEnumerable<Row> rows, IdRange range)
    {
        var roles = SharedLists.Read(connection, RolesSql, range);
        var areas = SharedLists.Read(connection, AreasSql, range);
        var teams = SharedLists.Read(connection, TeamsSql, range);
        var wishes = SubscriberWishes.Of(connection, range);
        var origins = new Origins(connection, range);
        return [.. rows
            .Select(row => row.ToSubscriber(roles.Of(row.Id), areas.Of(row.Id), teams.Of(row.Id), wishes.GetValueOrDefault(row.Id, Wishes.None)))
            .Select(origins.Of)];
    }

    public JoinOutcome Add(Joiner joiner, DateTimeOffset at) =>
        database.InTransaction(connection =>
        {
            var (_, outcome) = joining.Join(connection, joiner, AskedBy.Admin, (at, null));
            joining.Confirm(connection);
            return outcome;
        });

    /// <summary>Makes the people of the settings file subscribers, and takes it back for those whom only an earlier file named.</summary>
    public void Follow(IReadOnlyList<Joiner> settings, DateTimeOffset at)
    {
        // First and by itself: whoever is taken out leaves, even where nobody may join.
        database.InTransaction(connection =>
        {
            var addresses = settings.SelectMany(joiner => EmailAddress.Spellings(joiner.Email)).ToList();
            foreach (var id in connection.Query<long>(LeftSettingsSql, new { addresses }).AsList())
            {
                Leaving.Withdraw(connection, id, AskedBy.Settings, (Actor.Admin, at));
            }
        });
        if (settings.Count > 0)
        {
            database.InTransaction(connection => JoinAll(connection, settings, at));
        }
    }

    private void JoinAll(DbConnection connection, IReadOnlyList<Joiner> settings, DateTimeOffset at)
    {
        foreach (var joiner in settings)
        {
            joining.Join(connection, joiner, AskedBy.Settings, (at, null));
        }

        joining.Confirm(connection);
    }

    /// <returns>False when nobody with this address is subscribed.</returns>
    public bool Remove(string email, DateTimeOffset at) => database.InTransaction(connection =>
    {
        var ids = KnownAddress.Ids(connection, email).Where(id => connection.ExecuteScalar<long>(IsSubscribedSql, new { id }) == 1).ToList();
        ids.ForEach(id => Leaving.LeaveAll(connection, id, "removed by an admin", (Actor.Admin, at)));
        return ids.Count > 0;
    });

    private sealed record Row(long Id, string Email, string? Name, string State, string Since, string Token)
    {
        public Subscriber ToSubscriber(IReadOnlyList<string> roles, IReadOnlyList<string> areas, IReadOnlyList<string> teams, Wishes wishes) =>
            new(Id, Email, Name, roles, areas, teams, Enum.Parse<SubscriberState>(State), StoredTime.FromStorage(Since)) { Token = Token, Wishes = wishes };
    }
}

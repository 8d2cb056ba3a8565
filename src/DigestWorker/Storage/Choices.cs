using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What one person chose for themselves: it stands alone, whatever teams and admins say. Every change is a row.</summary>
internal sealed class Choices(Database database)
{
    private const string FindSql = """
        select id as Id, email as Email, state as State
        from subscriber
        where id in @ids and ended_at is null and state <> 'Unsubscribed'
        order by token <> @token, id
        limit 1
        """;

    private const string EmailSql = "select email from subscriber where token = @token and token <> ''";

    private const string RolesSql = "select role from effective_role where subscriber_id = @id order by role";

    private const string AreasSql = "select area from effective_area where subscriber_id = @id order by area";

    private const string ChooseRolesSql = """
        update subscriber set chose_roles = 1 where id = @id;
        delete from subscriber_role where subscriber_id = @id
        """;

    private const string RoleSql = "insert into subscriber_role (subscriber_id, role) values (@id, @value)";

    private const string ChooseAreasSql = """
        update subscriber set chose_areas = 1 where id = @id;
        delete from subscriber_area where subscriber_id = @id
        """;

    private const string AreaSql = "insert into subscriber_area (subscriber_id, area) values (@id, @value)";

    private const string ForgetTopicsSql = "delete from subscriber_topic where subscriber_id = @id";

    private const string TopicSql = "insert into subscriber_topic (subscriber_id, topic, wish) values (@id, @value, @wish)";

    private const string ForgetWordsSql = "delete from subscriber_word where subscriber_id = @id";

    private const string WordSql = "insert into subscriber_word (subscriber_id, word, wish) values (@id, @value, @wish)";

    private const string WishesSql = """
        update subscriber set weekday = @weekday, text_only = @TextOnly, alerts = @Alerts, says_nothing_new = @SaysNothingNew,
            alerts_since = case when @Alerts = 1 then coalesce(alerts_since, @since) end
        where id = @id
        """;

    /// <summary>A link of a mail goes on to lead to its mailbox, whichever spelling of its address goes on.</summary>
    /// <returns>Null where the token opens nothing or the digest is stopped.</returns>
    public Chooser? Find(string token)
    {
        using var connection = database.Open();
        return Find(connection, token);
    }

    /// <returns>What was changed, in words; empty where nothing was, null where the token opens nothing.</returns>
    public IReadOnlyList<string>? Save(string token, Chosen chosen, DateTimeOffset at) => database.InTransaction(connection =>
        FindOne(connection, token, at) is { } before ? Save(connection, before, chosen, at) : null);

    /// <param name="until">One of <see cref="Pauses.Days"/>; null to end the pause.</param>
    /// <returns>False where the token opens nothing, or nothing runs that could be paused.</returns>
    public bool Pause(string token, DateOnly? until, DateTimeOffset at) => database.InTransaction(connection => Find(connection, token) is { } chooser
        && (until is { } day ? Pauses.Pause(connection, chooser.Id, day, (Actor.Subscriber, at)) : Pauses.Resume(connection, chooser.Id, (Actor.Subscriber, at))));

    /// <summary>For a person who confirms: roles and areas are theirs from then on.</summary>
    public static void Choose(DbConnection connection, long id, IReadOnlyList<string> roles, IReadOnlyList<string> areas)
    {
        Replace(connection, id, ChooseRolesSql, (RoleSql, roles));
        Replace(connection, id, ChooseAreasSql, (AreaSql, areas));
    }

    private static List<string> Save(DbConnection connection, Chooser before, Chosen chosen, DateTimeOffset at)
    {
        var changes = ChosenWords.Of(before.Chosen, chosen);
        if (!before.Chosen.Roles.SequenceEqual(chosen.Roles))
        {
            Replace(connection, before.Id, ChooseRolesSql, (RoleSql, chosen.Roles));
        }

        if (!before.Chosen.Areas.SequenceEqual(chosen.Areas))
        {
            Replace(connection, before.Id, ChooseAreasSql, (AreaSql, chosen.Areas));
        }

        SaveWishes(connection, before.Id, chosen.Wishes, at);
        foreach (var change in changes)
        {
            SubscriberChanges.Note(connection, before.Id, (Actor.Subscriber, at), change);
        }

        return changes;
    }

    private static void SaveWishes(DbConnection connection, long id, Wishes wishes, DateTimeOffset at)
    {
        connection.Execute(ForgetTopicsSql, new { id });
        connection.Execute(TopicSql, Wished(id, wishes.FollowedTopics, wishes.MutedTopics));
        connection.Execute(ForgetWordsSql, new { id });
        connection.Execute(WordSql, Wished(id, wishes.Followed, wishes.Muted));
        connection.Execute(WishesSql, new { id, weekday = StoredWeekday.ToStorage(wishes.Weekday), wishes.TextOnly, wishes.Alerts, wishes.SaysNothingNew, since = at.ToStorage() });
    }

    private static IEnumerable<object> Wished(long id, IEnumerable<string> follow, IEnumerable<string> mute) =>
        [.. follow.Select(value => new { id, value, wish = "Follow" }), .. mute.Select(value => new { id, value, wish = "Mute" })];

    private static void Replace(DbConnection connection, long id, string chooseSql, (string Sql, IReadOnlyList<string> Values) rows)
    {
        connection.Execute(chooseSql, new { id });
        connection.Execute(rows.Sql, rows.Values.Select(value => new { id, value }));
    }

    // What is chosen is chosen for all that goes to the mailbox.
    private static Chooser? FindOne(DbConnection connection, string token, DateTimeOffset at)
    {
        if (Email(connection, token) is { } email)
        {
            OneMailbox.Unite(connection, email, at);
        }

        return Find(connection, token);
    }

    private static string? Email(DbConnection connection, string token) => connection.ExecuteScalar<string?>(EmailSql, new { token });

    private static Chooser? Find(DbConnection connection, string token)
    {
        if (Email(connection, token) is not { } email || connection.QuerySingleOrDefault<Row>(FindSql, new { token, ids = KnownAddress.Ids(connection, email) }) is not { } row)
        {
            return null;
        }

        var wishes = SubscriberWishes.Of(connection, new IdRange(row.Id, row.Id)).GetValueOrDefault(row.Id, Wishes.None);
        var (roles, areas) = (connection.Query<string>(RolesSql, new { id = row.Id }).AsList(), connection.Query<string>(AreasSql, new { id = row.Id }).AsList());
        return new Chooser(row.Id, row.Email, Enum.Parse<SubscriberState>(row.State), new Chosen(roles, areas, wishes));
    }

    private sealed record Row(long Id, string Email, string State);
}

/// <summary>Whoever opened their own page, and what they have at present.</summary>
internal sealed record Chooser(long Id, string Email, SubscriberState State, Chosen Chosen);

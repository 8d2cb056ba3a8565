using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Reads all that an admin needs to know about one person.</summary>
internal sealed class Persons(Database database, OptOuts optOuts)
{
    private const string FindSql = """
        select id as Id, email as Email, name as Name, state as State, since as Since, ended_at as EndedAt, ended_because as EndedBecause,
               chose_roles as ChoseRoles, chose_areas as ChoseAreas, paused_until as PausedUntil
        from subscriber where address = @address
        """;

    private const string WishesSql = """
        select 'follows "' || word || '"' from subscriber_word where subscriber_id = @id and wish = 'Follow'
        union all select 'mutes "' || word || '"' from subscriber_word where subscriber_id = @id and wish = 'Mute'
        union all select 'follows the topic ' || topic from subscriber_topic where subscriber_id = @id and wish = 'Follow'
        union all select 'mutes the topic ' || topic from subscriber_topic where subscriber_id = @id and wish = 'Mute'
        union all select 'plain text' from subscriber where id = @id and text_only = 1
        union all select 'alerts at once' from subscriber where id = @id and alerts = 1
        union all select 'says when nothing is new' from subscriber where id = @id and says_nothing_new = 1
        union all
        select 'on ' || case weekday when 1 then 'Mondays' when 2 then 'Tuesdays' when 3 then 'Wednesdays' when 4 then 'Thursdays' when 5 then 'Fridays'
            when 6 then 'Saturdays' else 'Sundays' end
        from subscriber where id = @id and weekday is not null
        """;

    private const string AskingsSql = """
        select asked_by as By, since as Since, wording as Wording from subscription where subscriber_id = @id order by since, asked_by
        """;

    private const string TeamsSql = """
        select t.name as Name, o.name as Organisation, m.since as Since
        from team_member m join team t on t.id = m.team_id left join organisation o on o.id = t.organisation_id
        where m.subscriber_id = @id
        order by t.name
        """;

    private const string DigestsSql = """
        select e.week as Week, v.state as State, v.sent_at as SentAt, v.reply as Reply
        from digest d join edition e on e.id = d.edition_id left join delivery v on v.digest_id = d.id
        where d.subscriber_id = @id
        order by e.week desc
        """;

    private const string ChangesSql = """
        select at as At, actor as Actor, change as Change from subscriber_change where subscriber_id = @id order by at desc, id desc
        """;

    /// <returns>Null where nobody of this address is known.</returns>
    public Person? Find(string email)
    {
        using var connection = database.Open();
        var address = KnownAddress.Of(connection, email);
        return connection.QuerySingleOrDefault<Row>(FindSql, new { address }) is { } row
            ? Rest(connection, row.Id, row.ToPerson()) with { OptOut = optOuts.Find(connection, address) }
            : null;
    }

    /// <returns>Null where others may subscribe the address.</returns>
    public OptOut? OptOutOf(string email)
    {
        using var connection = database.Open();
        return optOuts.Find(connection, email);
    }

    private static Person Rest(DbConnection connection, long id, Person person) => person with
    {
        Roles = [.. connection.Query<string>("select role from effective_role where subscriber_id = @id order by role", new { id })],
        Areas = [.. connection.Query<string>("select area from effective_area where subscriber_id = @id order by area", new { id })],
        Wishes = [.. connection.Query<string>(WishesSql, new { id })],
        SubscribedBy = [.. connection.Query<AskingRow>(AskingsSql, new { id })
            .Select(row => new PersonAsking(Enum.Parse<AskedBy>(row.By), StoredTime.FromStorage(row.Since), row.Wording))],
        Teams = [.. connection.Query<TeamRow>(TeamsSql, new { id }).Select(row => new PersonTeam(row.Name, row.Organisation, StoredTime.FromStorage(row.Since)))],
        Digests = [.. connection.Query<DigestRow>(DigestsSql, new { id })
            .Select(row => new PersonDigest(row.Week, row.State is null ? null : Enum.Parse<DeliveryState>(row.State), StoredTime.FromStorageOrNull(row.SentAt), row.Reply))],
        Changes = [.. connection.Query<ChangeRow>(ChangesSql, new { id })
            .Select(row => new PersonChange(StoredTime.FromStorage(row.At), Enum.Parse<Actor>(row.Actor), row.Change))],
    };

    private sealed record Row(
        long Id, string Email, string? Name, string State, string Since, string? EndedAt, string? EndedBecause, long ChoseRoles, long ChoseAreas, string? PausedUntil)
    {
        public Person ToPerson() => new(
            Id, Email, Name, Enum.Parse<SubscriberState>(State), StoredTime.FromStorage(Since), StoredTime.FromStorageOrNull(EndedAt), EndedBecause, ChoseRoles == 1, ChoseAreas == 1,
            PausedUntil is null ? null : StoredDay.FromStorage(PausedUntil));
    }

    private sealed record AskingRow(string By, string Since, string? Wording);

    private sealed record TeamRow(string Name, string? Organisation, string Since);

    private sealed record DigestRow(string Week, string? State, string? SentAt, string? Reply);

    private sealed record ChangeRow(string At, string Actor, string Change);
}

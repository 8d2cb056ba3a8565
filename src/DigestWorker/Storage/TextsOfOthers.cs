using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>
/// Takes an erased person out of what is kept about others: the notices of their first digests name contacts, a copy of their data holds
/// those, troubles may quote a name, and mails have a sender.
/// </summary>
internal sealed class TextsOfOthers(DbConnection connection, string email, PersonInText person)
{
    private const string Settled = "state in ('Sent', 'Failed', 'Suppressed')";

    private static readonly (string Find, string Change)[] Texts =
    [
        ("select id as Id, notice as Text from digest where notice like '%@%'", "update digest set notice = @Text where id = @Id"),
        ("select id as Id, text as Text from letter where text <> ''", "update letter set text = @Text where id = @Id"),
        ("select id as Id, html as Text from letter where html <> ''", "update letter set html = @Text where id = @Id"),
        ("select id as Id, reason as Text from sending_pause", "update sending_pause set reason = @Text where id = @Id"),
    ];

    private const string TroublesSql = "select topic as Topic, key as Key, words as Text from trouble";

    private const string TroubleSql = "update trouble set words = @Text where topic = @Topic and key = @Key";

    // A mail that is still to go out keeps its sender, who is the settings' own.
    private static readonly (string Find, string Change)[] Senders =
    [
        ("select distinct sender from profile", $"""
            update profile set sender = '' where sender = @name
              and not exists (select 1 from digest d join delivery v on v.digest_id = d.id where d.profile_id = profile.id and not v.{Settled})
            """),
        ("select distinct reply_to from profile", "update profile set reply_to = sender where reply_to = @name"),
        ("select distinct sender from letter", $"update letter set sender = '' where sender = @name and {Settled}"),
    ];

    public void Change()
    {
        foreach (var (find, change) in Texts)
        {
            Change(connection.Query<Row>(find, buffered: false).Where(IsNaming).ToList(), change);
        }

        Change(connection.Query<Row>(TroublesSql).Where(IsNaming).ToList(), TroubleSql);
        foreach (var (find, change) in Senders)
        {
            connection.Execute(change, connection.Query<string>(find).Where(name => EmailAddress.AreSame(email, name)).Select(name => new { name }).ToList());
        }
    }

    private void Change(List<Row> rows, string sql) =>
        connection.Execute(sql, rows.Select(row => new { row.Id, row.Topic, row.Key, Text = person.TakenOut(row.Text) }));

    private bool IsNaming(Row row) => person.TakenOut(row.Text) != row.Text;

    // Without a constructor: not each of the tables has all of it.
    private sealed record Row
    {
        public long Id { get; init; }
        public string Topic { get; init; } = "";
        public string Key { get; init; } = "";
        public string Text { get; init; } = "";
    }
}

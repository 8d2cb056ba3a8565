using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>
/// The queue of letters. A claim holds for a while: what its sender did not settle by then may have gone out or not, and goes out
/// again under the same Message-ID.
/// </summary>
internal sealed class Letters(Database database)
{
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(15);

    // Whoever was erased while it was written gets none.
    private const string AddSql = """
        insert into letter (key, subscriber_id, recipient, sender, subject, text, html, token, message_id, composed_at, state, due_at)
        select @Key, @SubscriberId, @Recipient, @Sender, @Subject, @Text, @Html, @Token, @MessageId, @at, 'Queued', @at
        where @SubscriberId is null or exists (select 1 from subscriber where id = @SubscriberId and email <> '')
        on conflict do nothing
        """;

    // In the words of the index letter_due, or it would not be used.
    private const string DueSql = """
        select id as Id, key as Key, sender as Sender, recipient as Recipient, subject as Subject, text as Text, html as Html,
               token as Token, message_id as MessageId, composed_at as ComposedAt, attempts as Attempts, state as State
        from letter
        where state not in ('Sent', 'Failed', 'Suppressed') and due_at <= @now
        order by due_at, id
        limit 1
        """;

    private const string ClaimSql = "update letter set state = 'Sending', attempts = attempts + 1, due_at = @until where id = @id";

    private const string BackSql = "update letter set state = @state, attempts = attempts - 1, due_at = @now where id = @id and state = 'Sending'";

    // A letter that is settled is never read again, and its links are secrets.
    private const string NoteSql = """
        update letter set state = @state, reply = @reply, sent_at = @sentAt, due_at = coalesce(@dueAt, due_at),
            text = case when @dueAt is null then '' else text end, html = case when @dueAt is null then '' else html end
        where id = @id
        """;

    // Whoever has left since an alert was written gets none; a letter of no list was asked for.
    private const string IsWantedSql = """
        select count(*) from letter l left join subscriber s on s.id = l.subscriber_id
        where l.id = @id and (l.token = '' or (s.state = 'Active' and s.ended_at is null))
        """;

    /// <returns>The mailbox as letters have it: SQL cannot tell the case of every letter.</returns>
    public static IReadOnlyList<string> Recipients(DbConnection connection, string email) =>
        [.. connection.Query<string>("select distinct recipient from letter where recipient <> ''").Where(recipient => EmailAddress.AreSame(email, recipient))];

    /// <returns>False where the letter was written before, or is for somebody who was erased since.</returns>
    public static bool Add(DbConnection connection, Letter letter) => connection.Execute(AddSql, new
    {
        letter.Key,
        letter.SubscriberId,
        letter.Recipient,
        letter.Sender,
        letter.Subject,
        letter.Text,
        letter.Html,
        letter.Token,
        letter.MessageId,
        at = letter.ComposedAt.ToStorage(),
    }) == 1;

    /// <returns>One that is due, now claimed; null where none is.</returns>
    public DueLetter? Claim(DateTimeOffset now)
    {
        using var look = database.Open();
        return look.QueryFirstOrDefault<Row>(DueSql, new { now = now.ToStorage() }) is null ? null : database.InTransaction(connection =>
        {
            var due = connection.QueryFirstOrDefault<Row>(DueSql, new { now = now.ToStorage() });
            connection.Execute(ClaimSql, new { id = due?.Id, until = (now + Claimed).ToStorage() });
            return due?.ToLetter();
        });
    }

    /// <summary>Asked just before it goes out.</summary>
    public bool IsWanted(DueLetter due)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long>(IsWantedSql, new { id = due.Id }) == 1;
    }

    /// <summary>As if it had never been claimed.</summary>
    public void GiveBack(DueLetter due, DateTimeOffset now) => database.InTransaction(connection => connection.Execute(
        BackSql, new { id = due.Id, state = (due.IsInDoubt ? DeliveryState.Unknown : DeliveryState.Queued).ToString(), now = now.ToStorage() }));

    public void Sent(DueLetter due, string reply, DateTimeOffset at) => Note(due, DeliveryState.Sent, reply, (at, null));

    public void Again(DueLetter due, DeliveryState state, string reply, DateTimeOffset dueAt) => Note(due, state, reply, (null, dueAt));

    public void End(DueLetter due, DeliveryState state, string reply) => Note(due, state, reply, (null, null));

    private void Note(DueLetter due, DeliveryState state, string reply, (DateTimeOffset? Sent, DateTimeOffset? Due) at) =>
        database.InTransaction(connection => connection.Execute(
            NoteSql, new { id = due.Id, state = state.ToString(), reply, sentAt = at.Sent?.ToStorage(), dueAt = at.Due?.ToStorage() }));

    private sealed record Row(
        long Id, string Key, string Sender, string Recipient, string Subject, string Text, string Html, string Token, string MessageId, string ComposedAt, long Attempts, string State)
    {
        public DueLetter ToLetter() => new(
            Id,
            new Letter(Key, Sender, Recipient, Subject, Text, Html) { Token = Token, MessageId = MessageId, ComposedAt = StoredTime.FromStorage(ComposedAt) },
            (int)Attempts,
            State == nameof(DeliveryState.Unknown));
    }
}

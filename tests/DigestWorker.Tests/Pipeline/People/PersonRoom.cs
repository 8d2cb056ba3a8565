using Dapper;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.People;

/// <summary>A program that holds all that can be held about one person, in another's company: two digests, a bounce, letters, wishes, teams.</summary>
internal sealed class PersonRoom : IDisposable
{
    public const string Email = "Jo.Example@School.example.org", Address = "jo.example@school.example.org";

    public const string Other = "ann.jo.example@school.example.org";

    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private const string Wishes = """
        insert into subscriber_word values (@id, 'county lines', 'Follow'), (@id, 'webinar', 'Mute');
        insert into subscriber_topic values (@id, 'send', 'Follow'), (@id, 'attendance', 'Mute');
        update subscriber set weekday = 4, alerts = 1, text_only = 1 where id = @id;
        """;

    private static readonly string Letters = $$"""
        insert into confirmation (token_hash, email, address, choices, wording, asked_at, expires_at)
        values ({{TestServer.Bytes("00ff")}}, @Email, @Address, '{"roles":["governor"]}', 'Yes, I ask for the weekly digest.', '2026-11-20T09:00:00Z', '2026-11-27T09:00:00Z');
        insert into letter (key, subscriber_id, recipient, recipient_name, sender, subject, text, html, token, message_id, composed_at, state, due_at)
        values ('first', @id, @Email, 'Jo Example', 'digest@example.org', 'A copy of your data', 'For @Email', '', 'secret-of-letter', 'l1@example.org', '2026-11-20T09:00:00Z', 'Sent', '2026-11-20T09:00:00Z'),
               ('second', null, upper(@Email), null, 'digest@example.org', 'Confirm', 'Confirm: secret-of-confirmation', '', '', 'l2@example.org', '2026-11-20T09:00:00Z', 'Sent', '2026-11-20T09:00:00Z');
        update delivery set reply = '250 2.1.5 <' || recipient || '> ok' where digest_id = (select max(id) from digest where subscriber_id = @id);
        insert into bounce (message_hash, delivery_id, kind, status, received_at)
        select {{TestServer.Bytes("01")}}, v.id, 'Soft', '4.2.2', '2026-11-23T08:00:00Z' from delivery v join digest d on d.id = v.digest_id where d.subscriber_id = @id limit 1;
        """;

    public Newsroom Newsroom { get; } = new(Monday.AddDays(-14)) { PublicUrl = "https://digest.example.org", BounceAddress = "bounce@example.org", BounceMaildir = "bounces" };

    public Database Database => Get<Database>();

    public string Maildir => Path.Combine(Newsroom.Folder, "bounces");

    public long Id => Newsroom.Scalar($"select id from subscriber where address = '{Address}'");

    public T Get<T>() where T : notnull => Newsroom.Services.GetRequiredService<T>();

    /// <summary>Two editions go out to both; all else is about the one.</summary>
    public async Task FillAsync()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Join();
        foreach (var week in new[] { -7, 0 })
        {
            Newsroom.Clock.Now = Monday.AddDays(week).AddHours(-1);
            Newsroom.Publish("charity", FeedEntry.Grooming($"w{week}"));
            await Newsroom.CollectAsync();
            Newsroom.Clock.Now = Monday.AddDays(week);
            Assert.Equal(2, (await Newsroom.DigestAsync()).Sent!.Sent);
        }

        Execute(Wishes + Letters + "; insert into edition_waiting (edition_id, subscriber_id, waits_for) select max(id), @id, 'Pause' from edition");
        Drop("new", $"To: bounce@example.org\r\n\r\nFinal-Recipient: rfc822; {Address.ToUpperInvariant()}\r\n");
        Drop("cur", $"To: bounce@example.org\r\n\r\nYour mail to {Address[..12]}=\r\n{Address[12..]} came back.\r\n");
        Drop("cur", $"To: bounce@example.org\r\n\r\nFinal-Recipient: rfc822; {Other}\r\n");
    }

    /// <summary>The settings name somebody who looks after an organisation, one of its teams and the service; another one looks after the other team.</summary>
    public void MakeContact(string contact)
    {
        Newsroom.AdminAddress = contact;
        Newsroom.Organisations = new { kent = new { Name = "Kent", Contact = contact, Teams = new { leads = new { Contact = contact }, heads = new { Contact = $"Ann <{Other}>" } } } };
    }

    public void Execute(string sql)
    {
        using var connection = Database.Open();
        connection.Execute(sql, new { id = Id, Email, Address });
    }

    public void Dispose() => Newsroom.Dispose();

    private void Join()
    {
        Newsroom.Subscribe(Other);
        Database.InTransaction(connection => Get<Joining>().Join(
            connection, new Joiner(Email, "Jo Example", ["governor"], ["Kent"]), AskedBy.Self, (Newsroom.Clock.Now, "Yes, I ask for the weekly digest.")));
        Get<Teams>().Add("Board of Kent", [new Joiner(Email, "Jo Example", ["designated-safeguarding-lead"], [])], (Actor.Admin, Newsroom.Clock.Now));
    }

    private void Drop(string part, string mail)
    {
        Directory.CreateDirectory(Path.Combine(Maildir, part));
        File.WriteAllText(Path.Combine(Maildir, part, $"{Guid.NewGuid():N}.mail"), mail);
    }
}

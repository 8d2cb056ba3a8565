using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>A program that has sent weekly editions to one subscriber, and the mailbox into which what comes back lands.</summary>
internal sealed class BounceBox : IDisposable
{
    public const string Address = "lead@school.example.org";

    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private int _mails;

    public BounceBox()
    {
        foreach (var folder in (string[])["new", "cur", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(Folder, folder));
        }
    }

    public Newsroom Newsroom { get; } = new(Monday.AddDays(-6)) { BounceAddress = "bounce@digest.example.org" };

    public string Folder => Path.Combine(Newsroom.Folder, "bounces");

    public string[] New => Directory.GetFiles(Path.Combine(Folder, "new"));

    public string[] Read => Directory.GetFiles(Path.Combine(Folder, "cur"));

    public Suppressions Suppressions => Newsroom.Services.GetRequiredService<Suppressions>();

    public Subscribers Subscribers => Newsroom.Services.GetRequiredService<Subscribers>();

    public Teams Teams => Newsroom.Services.GetRequiredService<Teams>();

    public SubscriberState State => (SubscriberState)Newsroom.Scalar("""
        select case state when 'Active' then 0 when 'Unsubscribed' then 3 when 'Suppressed' then 4 end from subscriber
        """);

    /// <summary>Publishes the edition of so many weeks after the first Monday, with one release in it.</summary>
    public async Task<int> SendAsync(int week = 0)
    {
        await ComposableAsync(week);
        return (await Newsroom.DigestAsync()).Published.Digests.Count;
    }

    public async Task ComposableAsync(int week = 0)
    {
        if (week == 0)
        {
            Newsroom.Publish("charity");
            await Newsroom.CollectAsync();
            Newsroom.Subscribe(Address);
        }

        Newsroom.Clock.Now = Monday.AddDays(7 * week).AddHours(-1);
        Newsroom.Publish("charity", FeedEntry.Grooming($"w{week}"));
        await Newsroom.CollectAsync();
        Newsroom.Clock.Now = Monday.AddDays(7 * week);
    }

    /// <summary>Of the newest delivery.</summary>
    public string BounceToken() => Text("select bounce_token from delivery order by id desc limit 1");

    public string SubscriberToken() => Text("select token from subscriber");

    public string Text(string sql)
    {
        using var connection = Newsroom.Services.GetRequiredService<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    public void Drop(byte[] mail) => File.WriteAllBytes(Path.Combine(Folder, "new", $"17954202{_mails++:00}.M1P1.mail"), mail);

    public BounceReport Take(string mail, string? token = null)
    {
        Drop(ReturnedMail.Of(mail, token ?? BounceToken()));
        return Take();
    }

    public BounceReport Take() => Take(new Maildir(Folder));

    public BounceReport Take(IMailbox mailbox) => Newsroom.Services.GetRequiredService<ReadBounces>().Run(mailbox, TestContext.Current.CancellationToken);

    public void Dispose() => Newsroom.Dispose();
}

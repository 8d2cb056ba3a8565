using System.Data.Common;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class TellBouncesTests : IDisposable
{
    private const string RefuseOfServer = """
        create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
        create trigger no_room before insert on alert execute function refuse();
        select 0
        """;

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero)) { AdminAddress = "admin@example.org" };

    private string Folder => Path.Combine(_newsroom.Folder, "bounces");

    [Fact]
    public async Task The_admin_hears_once_that_the_mailbox_cannot_be_read_and_once_that_it_can()
    {
        await TurnAsync();
        await TurnAsync();
        _newsroom.Restart();
        await TurnAsync();
        Assert.Contains("has to be a maildir", Mail("Digest: bounces cannot be read"), StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(Folder, "new"));
        await TurnAsync();
        await TurnAsync();

        Assert.Equal(2, _newsroom.Mails.Length);
        Assert.Contains("This is over", Mail("Digest: bounces are read again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_of_sending_does_not_take_it_for_over()
    {
        await TurnAsync();

        await _newsroom.PublishDueAsync();
        await TurnAsync();

        Assert.Single(_newsroom.Mails);
    }

    [Fact]
    public async Task A_telling_that_cannot_be_noted_is_not_mailed_again_and_again()
    {
        _newsroom.Scalar(TestServer.IsUsed ? RefuseOfServer : "create trigger no_room before insert on alert begin select raise(abort, 'no room'); end; select 0");
        await Assert.ThrowsAnyAsync<DbException>(TurnAsync);
        await Assert.ThrowsAnyAsync<DbException>(TurnAsync);
        _newsroom.Scalar($"drop trigger no_room {(TestServer.IsUsed ? "on alert" : "")}; select 0");

        await TurnAsync();
        await TurnAsync();

        Assert.Single(_newsroom.Mails);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from alert"));
    }

    public void Dispose() => _newsroom.Dispose();

    private Task TurnAsync()
    {
        var stopping = TestContext.Current.CancellationToken;
        return The<TellBounces>().RunAsync(The<ReadBounces>().Run(new Maildir(Folder), stopping), stopping);
    }

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();

    private string Mail(string subject) =>
        Assert.Single(_newsroom.Mails.Select(File.ReadAllText), mail => mail.Contains($"Subject: {subject}", StringComparison.Ordinal));
}

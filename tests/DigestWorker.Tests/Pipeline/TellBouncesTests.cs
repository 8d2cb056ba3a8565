using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class TellBouncesTests : IDisposable
{
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero))
    {
        AdminAddress = "admin@example.org",
        BounceAddress = "bounce@example.org",
        BounceMaildir = "bounces",
    };

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
    public async Task What_cannot_be_noted_is_not_mailed_again_and_again()
    {
        _newsroom.Scalar($"{TestServer.Trigger("no_room", "before update of told_at on trouble", "true", TestServer.Raise)}; select 0");
        await TurnAsync();
        await TurnAsync();
        _newsroom.Scalar($"{TestServer.DropTrigger("no_room", "trouble")}; select 0");
        _newsroom.Clock.Now += TimeSpan.FromMinutes(5);
        await TurnAsync();

        Assert.Single(_newsroom.Mails);
    }

    public void Dispose() => _newsroom.Dispose();

    private Task TurnAsync()
    {
        The<FetchBounces>().Run(TestContext.Current.CancellationToken);
        return _newsroom.WatchAsync();
    }

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();

    private string Mail(string subject) =>
        Assert.Single(_newsroom.Mails.Select(File.ReadAllText), mail => mail.Contains($"Subject: {subject}", StringComparison.Ordinal));
}

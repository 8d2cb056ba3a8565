using System.Globalization;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scheduling;

public sealed class FirstTurnTests : IDisposable
{
    // The edition of its week is too late for the schedule, so nothing asks for sources but the first turn.
    private static readonly DateTimeOffset Saturday = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Saturday);

    [Fact]
    public async Task Reads_everything_save_what_another_worker_has_read_since_this_one_began()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        _newsroom.Publish("partnership", FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Saturday.AddMinutes(1);
        var weekly = _newsroom.Turns()();
        _newsroom.Clock.Now = Saturday.AddMinutes(2);
        await _newsroom.CollectAsync("charity");
        _newsroom.Clock.Now = Saturday.AddMinutes(3);

        await weekly.PublishDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, ReadAt("partnership", "2026-11-28T09:03:00Z"));
        // A file has no other worker: somebody read it by hand.
        Assert.Equal(1, ReadAt("charity", TestServer.IsUsed ? "2026-11-28T09:02:00Z" : "2026-11-28T09:03:00Z"));
    }

    [Theory]
    [InlineData("2026-11-28T09:00:00Z")]
    [InlineData("2026-11-30T07:29:59Z")]
    public async Task Subscribes_whom_the_settings_name_so_that_the_next_edition_reaches_them(string start)
    {
        using var newsroom = new Newsroom(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture)) { People = new[] { new { Email = "lead@example.org", Roles = new[] { "designated-safeguarding-lead" } } } };
        newsroom.Publish("charity");
        var turns = newsroom.Turns();
        await turns().PublishDueAsync(TestContext.Current.CancellationToken);
        newsroom.Publish("charity", FeedEntry.Grooming("a", Saturday));

        newsroom.Clock.Now = new DateTimeOffset(2026, 11, 30, 7, 30, 0, TimeSpan.Zero);
        await turns().PublishDueAsync(TestContext.Current.CancellationToken);

        Assert.Single(newsroom.Mails);
    }

    public void Dispose() => _newsroom.Dispose();

    private long ReadAt(string source, string at) => _newsroom.Scalar($"select count(*) from source where name = '{source}' and last_success_at = '{at}'");
}

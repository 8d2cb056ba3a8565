using DigestWorker.Pipeline.Watching;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Watching;

/// <summary>What breaks, lasts and is mended over days, and what the admin is mailed of it.</summary>
public sealed class WatchServiceTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday) { AdminAddress = "admin@example.org" };

    [Fact]
    public async Task What_lasts_is_mailed_when_it_breaks_each_morning_after_and_when_it_is_mended()
    {
        await PassAsync(Monday.AddHours(4));
        Assert.Empty(Mails());

        Stop();
        await PassAsync(Monday.AddHours(10));
        Assert.Equal(["Digest: sending needs a look"], Subjects());

        await PassAsync(Monday.AddDays(3));
        Assert.Equal(4, Mails().Length);
        Assert.Equal(3, Subjects().Count(subject => subject == "Digest: one thing still needs you"));
        Assert.Contains("Date: Tue, 24 Nov 2026 08:", Mails().Single(mail => mail.Contains("Tue, 24 Nov", StringComparison.Ordinal)), StringComparison.Ordinal);

        The<SendingPauses>().End();
        await PassAsync(Monday.AddDays(6));
        Assert.Equal(5, Mails().Length);
        Assert.Single(Subjects(), subject => subject == "Digest: sending is in order again");
        Assert.Equal(0, _newsroom.Scalar("select count(*) from trouble"));
    }

    [Fact]
    public async Task A_restart_at_every_turn_mails_nothing_again()
    {
        Stop();
        for (var turn = 0; turn < 46; turn++)
        {
            _newsroom.Restart();
            await _newsroom.WatchAsync();
            _newsroom.Clock.Now += TimeSpan.FromHours(1);
        }

        Assert.Equal(3, Mails().Length);
        Assert.Equal(2, Subjects().Count(subject => subject == "Digest: one thing still needs you"));
    }

    [Fact]
    public async Task What_is_switched_off_troubles_nobody_any_more()
    {
        The<NoteTroubles>().Run(TroubleTopic.Backups, [new(TroubleTopic.Backups, "failed", "The backup of the night failed.")]);
        The<NoteTroubles>().Run(TroubleTopic.Bounces, [new(TroubleTopic.Bounces, "mailbox", "The mailbox cannot be worked on.")]);

        await _newsroom.WatchAsync();

        Assert.Equal(0, _newsroom.Scalar("select count(*) from trouble where ended_at is null"));
    }

    [Fact]
    public void What_a_server_says_is_kept_and_logged_without_an_address()
    {
        The<NoteTroubles>().Run(TroubleTopic.Bounces, [new(TroubleTopic.Bounces, "mailbox", "The mailbox says: no such user bounces@example.org.")]);

        Assert.Equal("The mailbox says: no such user ***", Assert.Single(The<Troubles>().Open()).Words);
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_told_once_and_so_is_its_end()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        await _newsroom.WatchAsync();
        SqliteConnection.ClearAllPools();
        var file = Path.Combine(_newsroom.Folder, "test.db");
        var good = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, new string('x', 10_000), TestContext.Current.CancellationToken);
        await _newsroom.WatchAsync();
        await _newsroom.WatchAsync();
        Assert.Contains("db restore FILE", Assert.Single(Mails()).ReplaceLineEndings(" "), StringComparison.Ordinal);

        SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(file, good, TestContext.Current.CancellationToken);
        await _newsroom.WatchAsync();
        await _newsroom.WatchAsync();

        Assert.Equal(["Digest: the installation is in order again", "Digest: the installation needs a look"], Subjects().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_processes_at_once_mail_each_thing_once()
    {
        Stop();
        using var other = _newsroom.Beside();
        foreach (var hours in new[] { 0, 1, 22, 23, 46 })
        {
            _newsroom.Clock.Now = Monday.AddHours(hours);
            await Task.WhenAll(_newsroom.WatchAsync(), other.Services.GetRequiredService<WatchService>().RunAsync(TestContext.Current.CancellationToken));
        }

        The<SendingPauses>().End();
        await Task.WhenAll(_newsroom.WatchAsync(), other.Services.GetRequiredService<WatchService>().RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            ["Digest: one thing still needs you", "Digest: one thing still needs you", "Digest: sending is in order again", "Digest: sending needs a look"],
            Subjects().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_process_that_died_was_about_to_tell_is_told_by_the_next()
    {
        Stop();
        The<NoteTroubles>().Run(TroubleTopic.Sending, The<SendingTroubles>().Run());
        Assert.Single(The<Troubles>().ClaimNews([TroubleTopic.Sending.Name], _newsroom.Clock.Now));

        await _newsroom.WatchAsync();
        Assert.Empty(Mails());
        _newsroom.Clock.Now += TimeSpan.FromMinutes(20);
        await _newsroom.WatchAsync();

        Assert.Single(Mails());
    }

    [Theory]
    [InlineData(400), InlineData(-400)]
    public async Task A_clock_that_jumps_and_comes_back_mails_each_day_once_at_most(int days)
    {
        Stop();
        await PassAsync(Monday.AddDays(2));
        var before = Mails().Length;
        var stood = _newsroom.Clock.Now;

        _newsroom.Clock.Now = stood.AddDays(days);
        await PassAsync(_newsroom.Clock.Now.AddHours(3));
        _newsroom.Clock.Now = stood;
        await PassAsync(stood.AddHours(3));

        Assert.InRange(Mails().Length, before, before + 3);
        Assert.Equal(_newsroom.Scalar("select count(*) from trouble_mail"), Subjects().Count(subject => subject.Contains("still need", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_mailed_twice_while_a_trouble_flickers()
    {
        for (var turn = 0; turn < 6; turn++)
        {
            Stop();
            await _newsroom.WatchAsync();
        }

        Assert.Single(Mails());
    }

    [Fact]
    public async Task An_edition_that_nobody_composes_is_late_after_an_hour()
    {
        _newsroom.Subscribe("lead@example.org");
        await PassAsync(Monday.AddDays(7).AddHours(-4));
        Assert.Empty(Mails());

        await PassAsync(Monday.AddDays(7).AddHours(-3));

        Assert.Contains("Edition 2026-W48 is late", Assert.Single(Mails()).ReplaceLineEndings(" "), StringComparison.Ordinal);
        await _newsroom.PublishDueAsync();
        Assert.Single(Subjects(), subject => subject == "Digest: sending is in order again");
    }

    [Fact]
    public async Task Support_lines_that_nobody_has_tried_for_long_are_told()
    {
        _newsroom.SupportLinesChecked = "2026-04-01";

        await _newsroom.WatchAsync();

        Assert.Contains("Support lines: They were last tried on", Assert.Single(Mails()).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_put_back_is_told()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddHours(-3);

        await _newsroom.WatchAsync();

        Assert.Contains("Clock: A source was read at 2026-11-23 12:00 UTC", Assert.Single(Mails()).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_sources_that_break_at_once_make_one_mail()
    {
        foreach (var name in new[] { "charity", "inspectorate", "partnership" })
        {
            _newsroom.Publish(name);
            _newsroom.Break(name);
        }

        await _newsroom.CollectDueAsync();
        _newsroom.Clock.Now = Monday.AddHours(7);
        await _newsroom.WatchAsync();

        var mail = Assert.Single(Mails());
        Assert.All(["charity", "inspectorate", "partnership"], name => Assert.Contains($"{name} could not be read", mail, StringComparison.Ordinal));
    }

    public void Dispose() => _newsroom.Dispose();

    private void Stop() => The<SendingPauses>().Begin("the mail server refused the log-in", _newsroom.Clock.Now);

    private async Task PassAsync(DateTimeOffset until)
    {
        for (; _newsroom.Clock.Now <= until; _newsroom.Clock.Now += TimeSpan.FromMinutes(30))
        {
            await _newsroom.WatchAsync();
        }
    }

    [Fact]
    public async Task What_needs_the_admin_is_a_sound_mail_whose_times_are_london_s_in_words()
    {
        Stop();
        await PassAsync(Monday.AddDays(2));

        var mail = Mails().Last(mail => mail.Contains("still needs", StringComparison.Ordinal)).Replace("=\r\n", "", StringComparison.Ordinal);
        Assert.Contains("<html lang=3D\"en-GB\" dir=3D\"ltr\">", mail, StringComparison.Ordinal);
        Assert.Contains("<title>Digest: one thing still needs you</title>", mail, StringComparison.Ordinal);
        Assert.Matches(@"Since 23 November 2026, \d\d:\d\d: ", mail);
    }

    private string[] Mails() => [.. _newsroom.Mails.Where(mail => Path.GetFileName(mail).StartsWith("alert-", StringComparison.Ordinal)).Select(File.ReadAllText)];

    private List<string> Subjects() =>
        [.. Mails().Select(mail => mail.Split('\n').First(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..].TrimEnd('\r'))];

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}

using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline;

public sealed class SourceHealthTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday) { AdminAddress = "admin@example.org" };

    [Fact]
    public async Task A_source_that_is_down_for_three_days_is_named_in_the_digest_and_told_once_and_its_return_once()
    {
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Publish("charity", FeedEntry.Grooming("a", Monday.AddDays(-1)));
        _newsroom.Publish("partnership", FeedEntry.Grooming("b", Monday.AddDays(-2)));
        await _newsroom.CollectDueAsync();
        _newsroom.Break("partnership");
        await PassAsync(TimeSpan.FromDays(3.5));

        Assert.Equal(SourceState.Failing, _newsroom.Health("partnership").State);
        Assert.Single(Alerts());
        Assert.Contains("partnership could not be read", Alerts()[0], StringComparison.Ordinal);

        var (published, _) = await _newsroom.DigestAsync();
        Assert.Contains("partnership", Assert.Single(published.Digests).Profile.Text[..900], StringComparison.Ordinal);

        _newsroom.Publish("partnership", FeedEntry.Grooming("b", Monday.AddDays(-2)));
        await PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(SourceState.Working, _newsroom.Health("partnership").State);
        Assert.Equal(2, Alerts().Length);
        Assert.Single(Alerts(), mail => mail.Contains("This is over: partnership could not be read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_feed_that_comes_back_with_nothing_known_in_it_is_told_to_have_a_gap(bool hasGap)
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();
        _newsroom.Break("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", FeedEntry.Grooming(hasGap ? "c" : "b"), FeedEntry.Grooming("d"));

        var back = Assert.Single((await _newsroom.CollectAsync()).Sources);

        Assert.Equal(hasGap ? ["None of its 2 entries was known: what came and went while it could not be read is missing."] : [], back.Remarks);
        Assert.Empty(Assert.Single((await _newsroom.CollectAsync()).Sources).Remarks);
    }

    [Fact]
    public async Task A_watched_page_that_is_a_few_words_now_is_told_like_one_that_cannot_be_read()
    {
        _newsroom.PublishWatched("partnership", Page(string.Concat(Enumerable.Repeat("Call the front door on the same day and say what you saw. ", 10))));
        await _newsroom.CollectDueAsync();
        _newsroom.PublishWatched("partnership", Page("This page is being rewritten. Ask the business unit for the procedures till then."));

        await PassAsync(TimeSpan.FromDays(3.5));

        Assert.Equal(SourceState.Failing, _newsroom.Health("partnership").State);
        Assert.Contains("looks like a failed fetch", Assert.Single(Alerts()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_usually_brings_something_and_then_nothing_is_silent()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectDueAsync();
        for (var day = 0; day < 12; day++)
        {
            _newsroom.Clock.Now = Monday.AddDays(day);
            _newsroom.Publish("charity", [.. Enumerable.Range(0, day + 1).Select(id => FeedEntry.Grooming($"{id}"))]);
            await _newsroom.CollectAsync();
        }

        await PassAsync(TimeSpan.FromDays(13));
        Assert.Equal(SourceState.Working, _newsroom.Health("charity").State);

        await PassAsync(TimeSpan.FromDays(3));
        Assert.Equal(SourceState.Silent, _newsroom.Health("charity").State);
        Assert.Single(Alerts(), mail => mail.Contains("charity brought nothing new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failing_source_is_asked_ever_more_rarely_but_never_given_up()
    {
        _newsroom.Publish("charity");
        _newsroom.Break("charity");
        for (var turn = 0; turn < 48 * 20; turn++)
        {
            await _newsroom.CollectDueAsync();
            _newsroom.Clock.Now += TimeSpan.FromMinutes(30);
        }

        Assert.InRange(_newsroom.Health("charity").Failures, 20, 30);
        Assert.True(_newsroom.Health("charity").NextTryAt - _newsroom.Clock.Now <= TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(4, 240)]
    [InlineData(7, 1440)]
    [InlineData(1000, 1440)]
    public void The_pause_after_failures_climbs_to_a_day(int failures, int minutes) =>
        Assert.Equal(Monday.AddMinutes(minutes), Pace.AfterFailure(new ReadResult.Failed("it broke"), failures, Monday));

    [Fact]
    public void A_server_that_names_the_time_is_asked_then() =>
        Assert.Equal(
            Monday.AddMinutes(7),
            Pace.AfterFailure(new ReadResult.Failed("slow down") { Trouble = Trouble.Waiting, RetryAt = Monday.AddMinutes(7) }, 5, Monday));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(60, null, 60)]
    [InlineData(null, 7, 360)]
    [InlineData(null, 1, 60)]
    [InlineData(480, 1, 480)]
    [InlineData(10_000, null, 1440)]
    public void A_source_is_read_again_by_its_servers_word_and_its_own_pace(int? freshMinutes, int? paceDays, int? minutes)
    {
        var read = new ReadResult.NotModified { FreshFor = freshMinutes is { } fresh ? TimeSpan.FromMinutes(fresh) : null };

        var next = Pace.AfterSuccess(read, paceDays is { } days ? TimeSpan.FromDays(days) : null, Monday);

        Assert.Equal(minutes is { } pause ? Monday.AddMinutes(pause) : null, next);
    }

    [Fact]
    public async Task Five_hundred_entries_at_once_do_not_flood_a_digest()
    {
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Publish("charity", FeedEntry.Grooming("first", Monday.AddDays(-1)));
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddDays(3);
        _newsroom.Publish("charity", [.. Enumerable.Range(0, 500).Select(id => FeedEntry.Grooming($"{id}", id < 3 ? Monday.AddDays(1) : null))]);

        var report = await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddDays(7);
        var (published, _) = await _newsroom.DigestAsync();

        Assert.Contains(Assert.Single(report.Sources).Remarks, remark => remark.StartsWith("500 new entries at once", StringComparison.Ordinal));
        Assert.Equal(501, _newsroom.Scalar("select count(*) from entry"));
        Assert.Equal(4, Assert.Single(published.Digests).Composed.Releases.Count);
    }

    [Fact]
    public async Task Old_texts_under_new_ids_and_addresses_are_no_new_entries()
    {
        _newsroom.Publish("charity", FeedEntry.Grooming("a"), FeedEntry.Grooming("b"));
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", [.. "ab".Select(letter => FeedEntry.Grooming($"{letter}") with { Id = $"x{letter}", Url = $"https://new.example.org/{letter}" })]);

        var report = await _newsroom.CollectAsync();

        Assert.Equal(2, _newsroom.Scalar("select count(*) from entry"));
        Assert.Contains("2 known entries came with new ids and addresses.", Assert.Single(report.Sources).Remarks);
    }

    private static string Page(string text) => $"<title>Reporting a concern</title><main><h1>Reporting a concern</h1><p>{text}</p></main>";

    private async Task PassAsync(TimeSpan time)
    {
        for (var end = _newsroom.Clock.Now + time; _newsroom.Clock.Now < end; _newsroom.Clock.Now += TimeSpan.FromHours(3))
        {
            await _newsroom.CollectDueAsync();
        }
    }

    // Without those of each morning.
    private string[] Alerts() => [.. _newsroom.Mails.Select(File.ReadAllText)
        .Where(mail => mail.Contains("To: admin@example.org", StringComparison.Ordinal) && !mail.Contains("Subject: Digest: one thing still needs you", StringComparison.Ordinal))];

    public void Dispose() => _newsroom.Dispose();
}

using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline;

/// <summary>Two years of outages, late starts and clocks that are wrong for a while; what was published is compared with what was sent.</summary>
public sealed class TwoYearsOfWindowsTests : IDisposable
{
    private const int Weeks = 104, InFeed = 12;

    private static readonly DateTimeOffset Start = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Start);
    private readonly List<FeedEntry> _published = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_release_comes_exactly_once_to_each_subscriber(int seed)
    {
        var random = new Random(seed);
        _newsroom.Publish("charity", FeedEntry.Grooming("before the first subscriber"));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("first@example.org");
        _newsroom.Subscribe("second@example.org");

        for (var week = 1; week <= Weeks; week++)
        {
            await LiveAsync(Start.AddDays(7 * week), random);
        }

        await PublishAsync(Start.AddDays(7 * (Weeks + 3)));
        await PublishAsync(Start.AddDays(7 * (Weeks + 4)));
        Assert.InRange(_published.Count, Weeks, 3 * Weeks);
        Assert.Equal(_published.Count, _newsroom.Scalar("select count(distinct release_id) from digest_release"));
        Assert.Equal(2 * _published.Count, _newsroom.Scalar("select count(*) from digest_release"));
    }

    [Fact]
    public async Task What_comes_while_the_clock_is_put_back_to_before_the_last_digest_is_in_the_next()
    {
        var monday = new DateTimeOffset(2025, 10, 27, 9, 0, 0, TimeSpan.Zero);
        _newsroom.Publish("charity", FeedEntry.Grooming("old"));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");
        Bring(Start.AddDays(1));
        _newsroom.Clock.Now = monday.AddHours(1);
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = monday.AddHours(2);
        await _newsroom.DigestAsync();

        Bring(monday);
        _newsroom.Clock.Now = monday;
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = monday.AddDays(7);

        Assert.Single(Assert.Single((await _newsroom.DigestAsync()).Published.Digests).Selection.Full);
    }

    public void Dispose() => _newsroom.Dispose();

    // In one week of six nothing runs. In half of the others the clock is wrong on Monday, by up to two hours, and right again soon after.
    private async Task LiveAsync(DateTimeOffset monday, Random random)
    {
        Bring(monday.AddHours(-random.Next(1, 90)));
        if (random.Next(6) == 0)
        {
            return;
        }

        await PublishAsync(monday.AddMinutes(random.Next(2) == 0 ? random.Next(-120, 120) : random.Next(0, 3000) / 10));
        if (random.Next(2) == 0)
        {
            var soon = monday.AddMinutes(random.Next(1, 120));
            Bring(soon);
            _newsroom.Clock.Now = soon;
            await _newsroom.CollectDueAsync();
        }

        if (random.Next(20) == 0)
        {
            _newsroom.Restart();
        }
    }

    private async Task PublishAsync(DateTimeOffset now)
    {
        _newsroom.Clock.Now = now;
        await _newsroom.PublishDueAsync();
    }

    private void Bring(DateTimeOffset at)
    {
        _published.Add(FeedEntry.Grooming($"{_published.Count:000}", at));
        _newsroom.Publish("charity", [.. _published.TakeLast(InFeed)]);
    }
}

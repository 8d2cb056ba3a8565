using DigestWorker.Delivering.Smtp;

namespace DigestWorker.Tests.Delivering.Smtp;

public sealed class BriefWaitTests
{
    private readonly Watch _watch = new();
    private int _looks;

    [Fact]
    public void An_answer_that_comes_at_once_is_looked_out_for_each_time()
    {
        var wait = Wait(() => _looks % 2 == 0);

        Wait(wait, times: 100);

        Assert.Equal(200, _looks);
    }

    [Fact]
    public void An_answer_is_looked_out_for_no_longer_than_a_server_beside_us_takes()
    {
        Wait(Wait(() => false), times: 1);

        Assert.InRange(_watch.Passed.TotalMicroseconds, 300, 350);
    }

    [Fact]
    public void A_server_that_is_far_away_is_hardly_ever_looked_out_for()
    {
        Wait(Wait(() => false), times: 10_000);

        // 1 + 1 passed over, 1 + 3, 1 + 7, ... 1 + 1,023, and 1,024 each from there.
        Assert.InRange(_watch.Passed.TotalMicroseconds, 18 * 300, 18 * 350);
    }

    [Fact]
    public void A_server_that_was_slow_for_a_while_is_looked_out_for_again()
    {
        var isQuick = false;
        var wait = Wait(() => isQuick);
        Wait(wait, times: 10_000);
        isQuick = true;
        Wait(wait, times: 1024);
        _looks = 0;

        Wait(wait, times: 100);

        Assert.Equal(100, _looks);
    }

    private BriefWait Wait(Func<bool> isHeard) => new(
        () =>
        {
            _looks++;
            _watch.Passed += TimeSpan.FromMicroseconds(20);
            return isHeard();
        },
        _watch);

    private static void Wait(BriefWait wait, int times)
    {
        for (var at = 0; at < times; at++)
        {
            wait.ForAnswer();
        }
    }

    private sealed class Watch : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}

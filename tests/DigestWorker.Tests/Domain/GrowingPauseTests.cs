using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class GrowingPauseTests
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(4, 240)]
    [InlineData(5, 300)]
    [InlineData(20, 300)]
    [InlineData(int.MaxValue, 300)]
    [InlineData(0, 30)]
    [InlineData(int.MinValue, 30)]
    public void A_pause_is_twice_as_long_each_time_up_to_the_longest(int times, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), GrowingPause.Of(TimeSpan.FromMinutes(30), times, TimeSpan.FromMinutes(300)));
}

using DigestWorker.Pipeline.Sending;

namespace DigestWorker.Tests.Pipeline.Sending;

public sealed class RetryRuleTests
{
    [Theory]
    [InlineData(1, 15, 30)]
    [InlineData(2, 30, 60)]
    [InlineData(3, 60, 120)]
    [InlineData(4, 120, 240)]
    [InlineData(40, 120, 240)]
    public void Each_try_waits_longer_up_to_four_hours_and_never_just_as_long_as_another(int attempts, int least, int most)
    {
        var now = SendingRoom.Monday;

        var waits = Enumerable.Range(0, 200).Select(_ => (RetryRule.After(attempts, now) - now).TotalMinutes).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.True(waits.Distinct().Count() > 100);
    }
}

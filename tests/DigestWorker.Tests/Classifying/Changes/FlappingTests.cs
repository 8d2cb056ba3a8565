using DigestWorker.Classifying.Changes;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class FlappingTests
{
    private static readonly DateTimeOffset Monday = new(2025, 11, 3, 8, 0, 0, TimeSpan.Zero);

    private static readonly EarlierVersion[] Earlier = [new("plain", Monday.AddDays(-200)), new("banner", Monday)];

    [Theory]
    [InlineData("plain", 1, true)]
    [InlineData("plain", 14, true)]
    [InlineData("plain", 15, false)]
    [InlineData("banner", 1, false)]
    [InlineData("winter", 1, false)]
    public void A_text_that_returns_within_a_fortnight_flaps(string hash, int days, bool isReturn) =>
        Assert.Equal(isReturn, Flapping.IsReturn(Earlier, hash, Monday.AddDays(days)));

    [Fact]
    public void A_first_version_returns_to_nothing() =>
        Assert.False(Flapping.IsReturn([], "plain", Monday));

    [Fact]
    public void Only_the_last_leave_counts()
    {
        EarlierVersion[] earlier = [new("plain", Monday.AddDays(-90)), new("banner", Monday.AddDays(-80)), new("plain", Monday.AddDays(-20)), new("winter", Monday)];

        Assert.True(Flapping.IsReturn(earlier, "plain", Monday.AddDays(3)));
        Assert.False(Flapping.IsReturn(earlier, "banner", Monday.AddDays(3)));
    }
}

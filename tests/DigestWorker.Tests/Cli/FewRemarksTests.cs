using DigestWorker.Cli;

namespace DigestWorker.Tests.Cli;

public sealed class FewRemarksTests
{
    [Fact]
    public void Three_are_told_whole() => Assert.Equal(["a", "b", "c"], FewRemarks.Of(["a", "b", "c"]));

    [Fact]
    public void Of_many_the_first_two_are_told_and_the_rest_counted() =>
        Assert.Equal(["a", "b", "and 48 more (--json has them all)"], FewRemarks.Of(["a", "b", .. Enumerable.Repeat("c", 48)]));
}

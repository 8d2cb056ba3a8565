using DigestWorker.Classifying;

namespace DigestWorker.Tests.Classifying;

public sealed class NumberSignsTests
{
    [Theory]
    [InlineData("7,062 offences", 1)]
    [InlineData("up 44% to 5,653", 2)]
    [InlineData("six per cent and 6.5 per cent", 1)]
    [InlineData("1 in 5 children, or one in five", 2)]
    [InlineData("2.4 million adults", 1)]
    [InlineData("485 children were affected", 1)]
    [InlineData("Two thirds of schools", 1)]
    [InlineData("in 2024 children were told", 0)]
    [InlineData("on 31 March 2024", 0)]
    [InlineData("section 47 and chapter 5", 0)]
    [InlineData("call 0800 1111", 0)]
    public void Only_somebodys_count_is_a_sign(string text, int signs) =>
        Assert.Equal(signs, NumberSigns.CountUpTo(9, [new Passage(Place.Body, text)]));
}

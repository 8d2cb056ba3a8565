using DigestWorker.Composing.Wording;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class ListingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a and b")]
    [InlineData("a b c", "a, b and c")]
    [InlineData("a b c d e", "a, b, c and 2 more")]
    public void Names_read_as_an_english_list(string names, string list) =>
        Assert.Equal(list, Listing.Of(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), atMost: 3));
}

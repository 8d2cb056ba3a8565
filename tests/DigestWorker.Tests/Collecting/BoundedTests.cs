using DigestWorker.Collecting;

namespace DigestWorker.Tests.Collecting;

public sealed class BoundedTests
{
    [Theory]
    [InlineData("Short", 10, "Short")]
    [InlineData("Exactly 10", 10, "Exactly 10")]
    [InlineData("Children in need", 10, "Children…")]
    [InlineData("Unbreakable", 5, "Unbr…")]
    [InlineData("ab😀cd", 4, "ab…")]
    public void A_long_text_is_cut_at_a_word_and_never_inside_a_character(string text, int limit, string expected) =>
        Assert.Equal(expected, Bounded.Text(text, limit));

    [Fact]
    public void A_line_has_no_breaks() => Assert.Equal("One Two", Bounded.Line("One\n\nTwo", 100));
}

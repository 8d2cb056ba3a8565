using DigestWorker.Composing.Wording;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class ShortenedTests
{
    [Theory]
    [InlineData("Children in need, England", 25, "Children in need, England")]
    [InlineData("Children in need, England", 24, "Children in need…")]
    [InlineData("Children in need, England", 10, "Children…")]
    [InlineData("Safeguardingpartnership", 10, "Safeguard…")]
    [InlineData("12345678👍👍", 10, "12345678…")]
    public void A_long_text_is_cut_at_a_word_and_says_so(string text, int longest, string shortened)
    {
        Assert.Equal(shortened, Shortened.ToLength(text, longest));
        Assert.InRange(shortened.Length, 1, longest);
    }

    [Theory]
    [InlineData("one two three", 3, "one two three")]
    [InlineData("one two, three", 2, "one two…")]
    public void A_number_of_words_can_be_kept(string text, int most, string shortened) =>
        Assert.Equal(shortened, Shortened.ToWords(text, most));
}

using DigestWorker.Composing.Wording;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class PeriodWordsTests
{
    [Theory]
    [InlineData("2023/24", "2023/24", "2024-08-31")]
    [InlineData("2024", "2024", "2024-12-31")]
    [InlineData("2024-Q1", "January to March 2024", "2024-03-31")]
    [InlineData("2024-06", "June 2024", "2024-06-30")]
    [InlineData("to-2024-06", "the year to June 2024", "2024-06-30")]
    [InlineData("2024-04-08", "April to August 2024", "2024-08-31")]
    [InlineData("2022/23 autumn term", "the autumn term 2022/23", "2023-08-31")]
    [InlineData("2022/23 autumn and spring terms", "the autumn and spring terms 2022/23", "2023-08-31")]
    public void A_period_is_told_as_people_say_it_and_ends_on_a_day(string period, string words, string end)
    {
        Assert.Equal(words, PeriodWords.Of(period));
        Assert.Equal(DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), PeriodWords.EndOf(period));
    }
}

using DigestWorker.Composing.Papers;

namespace DigestWorker.Tests.Composing.Papers;

public sealed class PeriodWordsTests
{
    [Theory]
    [InlineData("2023/24", "2023/24")]
    [InlineData("2024", "2024")]
    [InlineData("2024-Q1", "January to March 2024")]
    [InlineData("2024-Q4", "October to December 2024")]
    [InlineData("to-2025-06", "year to June 2025")]
    [InlineData("2025-06", "June 2025")]
    [InlineData("2024-04-08", "April to August 2024")]
    [InlineData("2024-13", "2024-13")]
    [InlineData(null, null)]
    public void A_period_is_told_as_people_say_it(string? period, string? words) => Assert.Equal(words, PeriodWords.Of(period));
}

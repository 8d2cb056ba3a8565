using System.Globalization;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("2026-11-19T09:30:00Z", DatePrecision.Instant, "19 November 2026")]
    [InlineData("2026-06-30T23:30:00Z", DatePrecision.Instant, "1 July 2026")]
    [InlineData("2026-06-30T00:00:00Z", DatePrecision.Day, "30 June 2026")]
    [InlineData("2026-06-01T00:00:00Z", DatePrecision.Month, "June 2026")]
    [InlineData("2026-01-01T00:00:00Z", DatePrecision.Year, "2026")]
    public void A_date_is_no_more_exact_than_the_publisher_was(string at, DatePrecision precision, string words)
    {
        Assert.Equal(words, DateWords.Of(new PublishedDate(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), precision)));
    }

    [Theory]
    [InlineData(null, null, "no date given")]
    [InlineData("2026-11-19", null, "19 November 2026")]
    [InlineData("2026-11-19", "2026-11-19", "19 November 2026")]
    [InlineData("2024-09-02", "2026-11-18", "updated 18 November 2026")]
    [InlineData(null, "2026-11-18", "updated 18 November 2026")]
    [InlineData("2026-11-19", "2026-11-18", "19 November 2026")]
    public void An_update_on_a_later_day_is_said_to_be_one(string? published, string? updated, string words)
    {
        Assert.Equal(words, DateWords.Of(An.Entry() with { Published = Day(published), Updated = Day(updated) }));
    }

    private static PublishedDate? Day(string? day) =>
        day is null ? null : new PublishedDate(new DateTimeOffset(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.MinValue, TimeSpan.Zero), DatePrecision.Day);
}

using System.Globalization;
using DigestWorker.Collecting.Dates;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Dates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("Mon, 24 Nov 2025 09:30:00 GMT", "2025-11-24T09:30:00Z")]
    [InlineData("Mon, 24 Nov 2025 09:30:00 +0000", "2025-11-24T09:30:00Z")]
    [InlineData("Thu, 24 Jul 2025 09:30:00 BST", "2025-07-24T08:30:00Z")]
    [InlineData("Thu, 24 Jul 2025 09:30:00 +0100", "2025-07-24T08:30:00Z")]
    [InlineData("Thu, 24 Jul 2025 09:30:00 GMT+0100", "2025-07-24T08:30:00Z")]
    [InlineData("Mon, 24 Nov 2025 04:30:00 EST", "2025-11-24T09:30:00Z")]
    [InlineData("Mon, 24 Nov 2025 01:30:00 PST", "2025-11-24T09:30:00Z")]
    [InlineData("Mon, 24 Nov 2025 09:30 GMT", "2025-11-24T09:30:00Z")]
    [InlineData("24 Nov 2025 09:30:00 UT", "2025-11-24T09:30:00Z")]
    [InlineData("Monday, 24 November 2025 09:30:00 Z", "2025-11-24T09:30:00Z")]
    [InlineData("Sunday, 24 Nov 2025 09:30:00 GMT", "2025-11-24T09:30:00Z")]
    [InlineData("Mon,24 nov 25 09:30:00 gmt", "2025-11-24T09:30:00Z")]
    [InlineData("Fri, 09 Feb 96 23:59:45 +0000", "1996-02-09T23:59:45Z")]
    [InlineData("Mon, 24-Nov-2025 09:30:00 GMT", "2025-11-24T09:30:00Z")]
    [InlineData("Mon, 24 Nov 2025 24:00:00 GMT", "2025-11-25T00:00:00Z")]
    [InlineData("Mon, 24 Nov 2025 09:30:60 GMT", "2025-11-24T09:30:59Z")]
    [InlineData("Mon, 24 Nov 2025 09:30:00 (UK time) +0000", "2025-11-24T09:30:00Z")]
    [InlineData("Mon, 24 Nov 2025 09:30:00 Mars", "2025-11-24T09:30:00Z")]
    [InlineData("03 Apr 02 1500 GMT", "2002-04-03T15:00:00Z")]
    [InlineData("14:39PM Thursday, 28 January 2021", "2021-01-28T14:39:00Z")]
    [InlineData("24 November 2025 at 9:30am", "2025-11-24T09:30:00Z")]
    [InlineData("November 24, 2025 9:30 PM", "2025-11-24T21:30:00Z")]
    [InlineData("Mon Nov 24 09:30:00 GMT 2025", "2025-11-24T09:30:00Z")]
    [InlineData("Mon Nov 24 09:30:00 2025", "2025-11-24T09:30:00Z")]
    [InlineData("24/11/2025 09:30", "2025-11-24T09:30:00Z")]
    [InlineData("2025-11-24T09:30:00Z", "2025-11-24T09:30:00Z")]
    [InlineData("2025-11-24T09:30:00.123456Z", "2025-11-24T09:30:00Z")]
    [InlineData("2025-07-24T09:30:00+01:00", "2025-07-24T08:30:00Z")]
    [InlineData("2025-07-24T09:30:00+0100", "2025-07-24T08:30:00Z")]
    [InlineData("2025-07-24T09:30+01", "2025-07-24T08:30:00Z")]
    [InlineData("2025-11-24 09:30:00", "2025-11-24T09:30:00Z")]
    [InlineData("2025-11-24 09:30:00 UTC", "2025-11-24T09:30:00Z")]
    [InlineData("2025-11-24T24:00:00Z", "2025-11-25T00:00:00Z")]
    [InlineData("20251124T093000Z", "2025-11-24T09:30:00Z")]
    public void An_instant_is_read_in_every_form_that_feeds_use(string written, string expected) =>
        Assert.Equal(new PublishedDate(Instant(expected), DatePrecision.Instant), WrittenDate.Read(written));

    [Theory]
    [InlineData("2025-11-24", "2025-11-24", DatePrecision.Day)]
    [InlineData("24 Nov 2025", "2025-11-24", DatePrecision.Day)]
    [InlineData("Monday 24th of November 2025", "2025-11-24", DatePrecision.Day)]
    [InlineData("November 24th, 2025", "2025-11-24", DatePrecision.Day)]
    [InlineData("24.11.2025", "2025-11-24", DatePrecision.Day)]
    [InlineData("11/24/2025", "2025-11-24", DatePrecision.Day)]
    [InlineData("20251124", "2025-11-24", DatePrecision.Day)]
    [InlineData("2025-11-24T25:61:00Z", "2025-11-24", DatePrecision.Day)]
    [InlineData("2025-11", "2025-11-01", DatePrecision.Month)]
    [InlineData("November 2025", "2025-11-01", DatePrecision.Month)]
    [InlineData("2025", "2025-01-01", DatePrecision.Year)]
    public void A_date_is_never_more_exact_than_it_was_written(string written, string day, DatePrecision precision) =>
        Assert.Equal(new PublishedDate(Instant(day), precision), WrittenDate.Read(written));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("30 February 2025")]
    [InlineData("2025-06-31T10:00:00Z")]
    [InlineData("24 Nonsense 2025")]
    [InlineData("2025-13-45")]
    [InlineData("99999999999999999999")]
    public void What_is_no_day_of_the_calendar_is_no_date(string written) => Assert.Null(WrittenDate.Read(written));

    [Fact]
    public void A_long_text_is_no_date() => Assert.Null(WrittenDate.Read(new string('1', 1_000_000)));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

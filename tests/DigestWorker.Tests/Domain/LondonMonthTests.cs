using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class LondonMonthTests
{
    [Theory]
    [InlineData("2026-11", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")]
    [InlineData("2026-06", "2026-05-31T23:00:00Z", "2026-06-30T23:00:00Z")]
    [InlineData("2026-03", "2026-03-01T00:00:00Z", "2026-03-31T23:00:00Z")]
    [InlineData("2026-10", "2026-09-30T23:00:00Z", "2026-11-01T00:00:00Z")]
    public void A_month_begins_and_ends_at_midnight_in_london(string month, string from, string to)
    {
        var parsed = LondonMonth.Parse(month)!;

        Assert.Equal((Instant(from), Instant(to)), (parsed.From, parsed.To));
        Assert.Equal(month, parsed.ToString());
    }

    [Theory]
    [InlineData("2026-13"), InlineData("2026-00"), InlineData("2026-1"), InlineData("26-11"), InlineData("November 2026"), InlineData("2026-11-01"), InlineData("")]
    public void What_is_no_month_is_none(string text) => Assert.Null(LondonMonth.Parse(text));

    [Theory]
    [InlineData("2026-05-31T22:59:59Z", "2026-05")]
    [InlineData("2026-05-31T23:00:00Z", "2026-06")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12")]
    public void An_instant_lies_in_the_month_that_london_has_then(string instant, string month) =>
        Assert.Equal(month, LondonMonth.Containing(Instant(instant)).ToString());

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

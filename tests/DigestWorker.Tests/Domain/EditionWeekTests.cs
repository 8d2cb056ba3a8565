using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class EditionWeekTests
{
    [Theory]
    [InlineData("2026-11-23T07:30:00Z", "2026-W47")]
    [InlineData("2026-11-26T15:00:00Z", "2026-W47")]
    [InlineData("2026-11-30T00:00:00Z", "2026-W48")]
    // Sunday 23:30 UTC in summer is Monday in London already.
    [InlineData("2026-06-14T23:30:00Z", "2026-W24")]
    [InlineData("2026-06-14T22:30:00Z", "2026-W23")]
    // The first days of a year belong to the last week of the year before.
    [InlineData("2027-01-04T07:30:00Z", "2026-W53")]
    [InlineData("2025-01-02T07:30:00Z", "2024-W52")]
    public void The_edition_is_named_by_the_last_complete_London_week(string now, string week) =>
        Assert.Equal(week, EditionWeek.LastComplete(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("2026-W53", true)]
    [InlineData("2025-W53", false)]
    [InlineData("2026-W00", false)]
    [InlineData("2026-47", false)]
    [InlineData("2026-W7", false)]
    [InlineData("", false)]
    public void A_week_is_read_only_where_the_calendar_has_it(string text, bool exists) =>
        Assert.Equal(exists, EditionWeek.Parse(text) is not null);

    [Fact]
    public void A_week_ends_at_London_midnight_in_summer_too()
    {
        var week = EditionWeek.Parse("2026-W24")!;

        Assert.Equal(new DateOnly(2026, 6, 14), week.Sunday);
        Assert.Equal(new DateTimeOffset(2026, 6, 14, 23, 0, 0, TimeSpan.Zero), week.End);
    }

    [Fact]
    public void An_edition_takes_in_the_second_in_which_it_is_published_but_nothing_of_the_next_edition()
    {
        var week = EditionWeek.Parse("2026-W47")!;
        var monday = new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

        Assert.Equal(monday.AddSeconds(1), week.CutOff(monday));
        Assert.Equal(week.SuccessorTakesOver, week.CutOff(monday.AddDays(30)));
    }
}

using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Tests;

public sealed class DueDayTests
{
    [Theory]
    [InlineData("2026-11-23T07:30:00Z", null, "2026-11-23T07:30:00Z")]
    [InlineData("2026-11-23T07:30:00Z", DayOfWeek.Monday, "2026-11-23T07:30:00Z")]
    [InlineData("2026-11-23T07:30:00Z", DayOfWeek.Thursday, "2026-11-26T07:30:00Z")]
    [InlineData("2026-11-23T07:30:00Z", DayOfWeek.Sunday, "2026-11-29T07:30:00Z")]
    [InlineData("2026-11-25T07:30:00Z", DayOfWeek.Tuesday, "2026-11-25T07:30:00Z")]
    [InlineData("2026-11-25T07:30:00Z", DayOfWeek.Friday, "2026-11-27T07:30:00Z")]
    [InlineData("2026-11-29T07:30:00Z", DayOfWeek.Saturday, "2026-11-29T07:30:00Z")]
    public void A_day_later_in_the_week_is_kept_and_any_other_means_the_edition_s_own(string fired, DayOfWeek? wanted, string due) =>
        Assert.Equal(At(due), DueDay.Of(At(fired), wanted));

    [Theory]
    [InlineData("2026-10-19T06:30:00Z", "2026-10-25T07:30:00Z")]
    [InlineData("2026-03-23T07:30:00Z", "2026-03-29T06:30:00Z")]
    public void The_clocks_of_London_go_back_or_forward_and_the_time_of_day_stays(string fired, string due) =>
        Assert.Equal(At(due), DueDay.Of(At(fired), DayOfWeek.Sunday));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Tests.Matching.Traits;

/// <summary>All texts come out on Tuesday 21 November 2023.</summary>
public sealed class ReleaseDayTests
{
    private static readonly DateOnly Tuesday = new(2023, 11, 21);

    [Theory]
    [InlineData("Figures published on Friday show a rise.", "17")]
    [InlineData("Figures published yesterday show a rise.", "20")]
    [InlineData("Yesterday's report tells of six forces.", "20")]
    [InlineData("Today\u2019s national survey has an answer.", "21")]
    [InlineData("The report was released by inspectors this morning.", "21")]
    [InlineData("Statistics out on Tuesday were grim; the review on Monday was not.", "21 20")]
    [InlineData("The Office for National Statistics revealed on Friday that one force did not take part.", "17")]
    [InlineData("Children today live online.", "")]
    [InlineData("The drop-in is on Friday.", "")]
    [InlineData("", "")]
    public void The_day_on_which_something_is_said_to_have_come_out_is_read(string text, string days) =>
        Assert.Equal(days, string.Join(' ', ReleaseDay.In(text, Tuesday).Select(day => DateOnly.FromDayNumber(day).Day.ToString(CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("According to figures published last month there were more.", "2023-10-31")]
    [InlineData("The guidance, which came out in July, has a section on phones.", "2023-07-31")]
    [InlineData("Figures released in December show a fall.", "2022-12-31")]
    [InlineData("The framework was issued to boards in February 2020.", "2020-02-29")]
    [InlineData("The report was published in November.", "")]
    [InlineData("It will be published in May 2024.", "")]
    [InlineData("Last month we opened a second centre.", "")]
    public void The_month_in_which_something_is_said_to_have_come_out_is_read_where_it_is_over(string text, string end) =>
        Assert.Equal(end, ReleaseMonth.EndIn(text, Tuesday) is { } day ? DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");

    [Theory]
    [InlineData(1, 1), InlineData(9999, 12)]
    public void Whatever_year_an_entry_claims_its_month_is_read_or_not_told(int year, int month) =>
        Assert.Null(ReleaseMonth.EndIn("It was published last month and came out in December.", new DateOnly(year, month, 1)));
}

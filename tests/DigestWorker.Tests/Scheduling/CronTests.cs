using System.Globalization;
using DigestWorker.Scheduling;

namespace DigestWorker.Tests.Scheduling;

public sealed class CronTests
{
    [Theory]
    [InlineData("0 30 7 ? * MON")]
    [InlineData("0 0/30 * * * ?")]
    public void Quartz_expressions_are_taken(string cron) => Assert.Null(Cron.Fault(cron));

    [Theory]
    [InlineData("0 30 7 * * MON JAN")]
    [InlineData("every monday")]
    [InlineData("0 61 7 ? * MON")]
    [InlineData("0 0 0 30 2 ?")]
    public void Anything_else_is_refused_in_words(string cron) => Assert.NotEmpty(Cron.Fault(cron)!);

    [Theory]
    // Half past seven in London is 06:30 UTC in summer and 07:30 in winter; the clocks go back on Sunday 25 October 2026.
    [InlineData("2026-10-19T06:30:00Z", "2026-10-19T06:30:00Z")]
    [InlineData("2026-10-26T07:29:59Z", "2026-10-19T06:30:00Z")]
    [InlineData("2026-10-26T07:30:00Z", "2026-10-26T07:30:00Z")]
    [InlineData("2026-11-26T12:00:00Z", "2026-11-23T07:30:00Z")]
    public void The_last_firing_keeps_London_time_through_clock_changes(string now, string fired) =>
        Assert.Equal(At(fired), Cron.LastFiring("0 30 7 ? * MON", "Europe/London", At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

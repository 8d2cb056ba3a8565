using Quartz;

namespace DigestWorker.Scheduling;

/// <summary>Cron expressions as Quartz reads them: seconds first, six or seven parts.</summary>
internal static class Cron
{
    /// <returns>What is wrong with it, in words; null when Quartz takes it.</returns>
    public static string? Fault(string expression)
    {
        try
        {
            return new CronExpression(expression).GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is null ? "it never fires from now on" : null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }

    /// <returns>The last time at or before the instant at which the expression fires; null where it never did.</returns>
    public static DateTimeOffset? LastFiring(string expression, string timeZone, DateTimeOffset now) =>
        new CronExpression(expression, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).GetPreviousValidTimeBefore(now.AddSeconds(1));

    /// <returns>The next time after the instant at which the expression fires; null where it never will.</returns>
    public static DateTimeOffset? NextFiring(string expression, string timeZone, DateTimeOffset now) =>
        new CronExpression(expression, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).GetNextValidTimeAfter(now);
}

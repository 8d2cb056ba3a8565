using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline;

/// <summary>A source's state in an admin's words, with what to do about it.</summary>
internal static class SourceWords
{
    public static string Trouble(SourceHealth health) => health.State switch
    {
        SourceState.Silent =>
            $"{health.Name} brought nothing new since {Day(health.LastNewEntry)}, though it usually does every {Days(health.Pace)}. "
            + "Look at its page: the feed may have moved or ended.",
        SourceState.Gone => $"{health.Name} was taken down: {health.Reason}. Find its new address or set Enabled to false.",
        SourceState.Misconfigured => $"{health.Name} does not accept what the settings ask: {health.Reason}. Correct its row in Sources.",
        SourceState.Blocked => $"{health.Name} does not let this program in since {Day(health.FailingSince)}: {health.Reason}.",
        _ => $"{health.Name} could not be read since {Day(health.FailingSince)}: {health.Reason}. It is tried again by itself.",
    };

    private static string Day(DateTimeOffset? instant) =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, EditionWeek.London).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture) : "the beginning";

    private static string Days(TimeSpan? pace) => pace?.TotalDays switch
    {
        null or <= 1 => "day",
        var days => string.Create(CultureInfo.InvariantCulture, $"{days:0} days"),
    };
}

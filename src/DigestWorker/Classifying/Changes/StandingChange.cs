using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>Changes of what an entry is, which say more than any change of its words.</summary>
internal static class StandingChange
{
    /// <returns>Null where it is what it was.</returns>
    public static Change? Between(Entry before, Entry after) => (before, after) switch
    {
        ({ Withdrawn: null }, { Withdrawn: { } reason }) => Of(substantive: true, $"Withdrawn by its publisher. {reason}".TrimEnd()),
        ({ Withdrawn: not null }, { Withdrawn: null }) => Of(substantive: true, "No longer withdrawn."),
        ({ Announcement: not null }, { Announcement: null }) => Of(substantive: true, "Announced before, now published."),
        ({ Announcement: { } announced }, { Announcement: { } now }) when announced != now => Of(substantive: false, Moved(announced, now)),
        _ => null,
    };

    private static string Moved(Announcement before, Announcement after) =>
        after.State == AnnouncementState.Cancelled && before.State != after.State ? $"Cancelled. {after.Reason}".TrimEnd()
        : before.Expected != after.Expected ? $"Expected {Day(after.Expected)} instead of {Day(before.Expected)}. {after.Reason}".TrimEnd()
        : $"Now {after.State.ToString().ToLowerInvariant()}.";

    private static string Day(PublishedDate? date) => date switch
    {
        null => "on a day not named",
        { Precision: DatePrecision.Year } => date.At.ToString("yyyy", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Month } => date.At.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    private static Change Of(bool substantive, string summary) => new(substantive, summary, [summary], ChangeType.Standing);
}

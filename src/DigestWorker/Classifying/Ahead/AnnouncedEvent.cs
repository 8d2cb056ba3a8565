using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>The publication that a calendar entry announces.</summary>
internal static class AnnouncedEvent
{
    /// <returns>Null where no day is named.</returns>
    public static UpcomingEvent? Of(Announcement announcement, string title) =>
        announcement.Expected is { } expected
            ? new UpcomingEvent(EventType.Published, Day(expected), Precision(expected), CertaintyOf(announcement.State), announcement.Reason ?? title)
            {
                MovedFrom = announcement.Previously is { } before && Day(before) != Day(expected) ? Day(before) : null,
            }
            : null;

    // A postponed release keeps its new day only as a plan.
    private static Certainty CertaintyOf(AnnouncementState state) => state switch
    {
        AnnouncementState.Confirmed => Certainty.Confirmed,
        AnnouncementState.Cancelled => Certainty.Cancelled,
        _ => Certainty.Provisional,
    };

    // Months and years are kept as the first midnight of UTC, instants as they are.
    private static DateOnly Day(PublishedDate date) =>
        date.Precision == DatePrecision.Instant ? EditionWeek.LondonDay(date.At) : DateOnly.FromDateTime(date.At.UtcDateTime);

    private static DatePrecision Precision(PublishedDate date) =>
        date.Precision == DatePrecision.Instant ? DatePrecision.Day : date.Precision;
}

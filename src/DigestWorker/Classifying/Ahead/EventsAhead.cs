using DigestWorker.Domain;

namespace DigestWorker.Classifying.Ahead;

/// <summary>The events that an entry says are still to come, as seen from the day it was written.</summary>
internal static class EventsAhead
{
    private const int Most = 8;
    private const int FarthestYears = 5;

    public static IReadOnlyList<UpcomingEvent> Of(Entry entry, Reading reading) =>
        entry switch
        {
            { Withdrawn: not null } => [],
            { Announcement: { } announcement } => AnnouncedEvent.Of(announcement, entry.Title) is { } announced ? [announced] : [],
            _ => InText(reading, Written(entry)),
        };

    private static IReadOnlyList<UpcomingEvent> InText(Reading reading, DateOnly? written)
    {
        var sentences = EventSentences.Of(reading).SelectMany(sentence => DatedSentence.Of(sentence, written)).ToList();
        return sentences.Count == 0 ? [] : Told(sentences, EventSubject.Of(reading), written);
    }

    private static IReadOnlyList<UpcomingEvent> Told(List<DatedSentence> sentences, EventSubject subject, DateOnly? written) =>
    [
        .. sentences.Select(sentence => Read(sentence, subject))
            .OfType<UpcomingEvent>()
            .Where(told => IsAhead(told, written))
            .GroupBy(told => (told.Type, told.Day))
            .Select(same => same.OrderBy(told => told.Certainty).ThenBy(told => told.Precision).ThenByDescending(told => told.MovedFrom).First())
            .Take(Most),
    ];

    private static UpcomingEvent? Read(DatedSentence sentence, EventSubject subject) =>
        EventReading.MovesAway(sentence) || EventReading.Of(sentence, subject) is not { } type
            ? null
            : new UpcomingEvent(type, sentence.Day, sentence.Date.Precision, CertaintyOf(type, sentence, subject), sentence.Text)
            {
                MovedFrom = EventReading.MovesFromEarlier(sentence) ? sentence.Earlier : null,
            };

    private static Certainty CertaintyOf(EventType type, DatedSentence sentence, EventSubject subject) =>
        subject.Proposes && type is not EventType.Closes ? Certainty.Provisional : Hedges.Of(sentence);

    // "From September" written in September is no longer ahead; "published in September" may be.
    private static bool IsAhead(UpcomingEvent told, DateOnly? written) =>
        written is not { } day
        || ((told.Type is EventType.InForce ? told.Day : told.LastDay) > day && told.Day < day.AddYears(FarthestYears));

    private static DateOnly? Written(Entry entry)
    {
        var dates = new[] { entry.Published, entry.Updated }.OfType<PublishedDate>().ToList();
        return dates.Count == 0 ? null : EditionWeek.LondonDay(dates.Max(date => date.At));
    }
}

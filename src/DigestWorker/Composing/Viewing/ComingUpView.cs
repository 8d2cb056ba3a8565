using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>Something ahead: when, what, how sure, and from when it was moved.</summary>
/// <param name="Text">"Last day to respond, provisional, moved from 1 May 2026".</param>
internal sealed record ComingUpView(string Date, string Title, string? Link, string Text)
{
    public static ComingUpView Of(ComingUp told) => new(
        SentenceCase.Of(EventWords.Day(told.Event)),
        EntryNames.Title(told.Source),
        WebLink.Of(told.Source.Entry.Url),
        $"{EventWords.What(told.Event.Type)}{Hour(told)}, {EventWords.Certain(told.Event)}{EventWords.Moved(told.Event)}{Reason(told)} {EntryNames.Publisher(told.Source)}");

    // A calendar gives the hour: official statistics come out at 9:30am.
    private static string Hour(ComingUp told) =>
        told.Event.Type == EventType.Published && told.Source.Entry.Announcement?.Expected is { Precision: DatePrecision.Instant } expected
        && DateWords.LondonDay(expected.At) == told.Event.Day
            ? $" at {DateWords.Hour(expected.At)}"
            : "";

    private static string Reason(ComingUp told) =>
        told.Event is { Type: EventType.Published } and ({ MovedFrom: not null } or { Certainty: Certainty.Cancelled })
        && told.Source.Entry.Announcement?.Reason is { Length: > 0 } reason
            ? $": \"{Quotation.Of(reason)}\""
            : ".";
}

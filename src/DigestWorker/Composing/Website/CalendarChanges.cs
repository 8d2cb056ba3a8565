using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>What calendars must be shown anew: events that are new, that moved, that are told otherwise or no longer.</summary>
/// <param name="Host">The public address's; part of what a new event is known by.</param>
/// <param name="QuoteWords">The most words quoted; 0 for none.</param>
internal sealed record CalendarChanges(string Host, int QuoteWords, DateTimeOffset Now)
{
    private const int LongestQuotation = 500;

    private DateOnly Today { get; } = EditionWeek.LondonDay(Now);

    /// <param name="shown">All that calendars were ever shown.</param>
    /// <param name="told">What is told now; an event without a day has no place in a calendar.</param>
    public IReadOnlyList<PublishedEvent> Of(IReadOnlyList<PublishedEvent> shown, IReadOnlyList<ComingUp> told)
    {
        var before = shown.ToLookup(one => (one.ReleaseId, one.Type));
        var now = told.Where(one => one.Event.Precision == DatePrecision.Day).ToLookup(one => (one.Release.Id, one.Event.Type));
        var taken = shown.Select(one => one.Uid).ToHashSet(StringComparer.Ordinal);
        return [.. before.Select(same => same.Key).Union(now.Select(same => same.Key))
            .SelectMany(key => EventPairs.Of(before[key], now[key], Today))
            .Select(pair => Change(pair, taken)).OfType<PublishedEvent>()];
    }

    /// <returns>Null where there is nothing new to show.</returns>
    private PublishedEvent? Change(EventPair pair, HashSet<string> taken) => pair switch
    {
        { Shown: { } shown, Told: { } told } => After(shown, Tell(told, shown.Uid)),
        { Shown: { } shown } => After(shown, shown with { Certainty = Certainty.Cancelled }),
        { Told: { } told } when IsAhead(told) => Tell(told, NewUid(told, taken)),
        _ => null,
    };

    private bool IsAhead(ComingUp told) => told.Event.Day >= Today && told.Event.Certainty != Certainty.Cancelled;

    private PublishedEvent? After(PublishedEvent before, PublishedEvent next)
    {
        var moved = (next.Day, next.Certainty) != (before.Day, before.Certainty);
        return next with { Sequence = before.Sequence, ChangedAt = before.ChangedAt } == before
            ? null
            : next with { Sequence = before.Sequence + (moved ? 1 : 0), ChangedAt = Now };
    }

    private PublishedEvent Tell(ComingUp told, string uid) => new(
        uid,
        told.Release.Id,
        told.Event.Type,
        told.Event.Day,
        told.Event.Certainty,
        EntryNames.Title(told.Release.Lead),
        string.Join(' ', new[] { Quotation(told.Event), $"Told by {EntryNames.Publisher(told.Source)}.", MovedFrom(told.Event) }.OfType<string>()),
        WebLink.Of(told.Source.Entry.Url) ?? WebLink.Of(told.Release.Lead.Entry.Url))
    {
        ChangedAt = Now,
    };

    private string? Quotation(UpcomingEvent told) =>
        QuoteWords > 0 && SafeText.Line(told.Quotation) is { Length: > 0 } words && Care.MayQuote(words)
            ? $"“{Shortened.ToLength(Shortened.ToWords(words, QuoteWords), LongestQuotation)}”"
            : null;

    private static string? MovedFrom(UpcomingEvent told) =>
        told.MovedFrom is { } day ? $"Moved from {DateWords.Full(day)}." : null;

    private string NewUid(ComingUp told, HashSet<string> taken)
    {
        var number = 1;
        while (!taken.Add(Uid(number)))
        {
            number++;
        }

        return Uid(number);

        string Uid(int at) => $"release-{told.Release.Id}-{told.Event.Type.ToString().ToLowerInvariant()}-{at}@{Host}";
    }
}

using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>Something that is told to come.</summary>
/// <param name="What">"Consultation closes", and how sure that is.</param>
/// <param name="Sentence">That says so; empty where it may not be quoted or is the title.</param>
/// <param name="Publisher">Whose words are believed.</param>
internal sealed record AheadRow(string Day, string What, string Sentence, string Title, string? Link, string Publisher)
{
    /// <param name="quoteWords">How many words may be quoted.</param>
    public static AheadRow Of(ComingUp told, int quoteWords) => new(
        DayOf(told.Event),
        $"{TypeOf(told.Event.Type)}{CertaintyOf(told.Event.Certainty)}{MoveOf(told.Event.MovedFrom)}",
        SentenceOf(told, quoteWords),
        EntryNames.Title(told.Source),
        WebLink.Of(told.Source.Entry.Url),
        EntryNames.Publisher(told.Source));

    private static string DayOf(UpcomingEvent told) =>
        DateWords.Of(new PublishedDate(new DateTimeOffset(told.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), told.Precision));

    private static string SentenceOf(ComingUp told, int quoteWords)
    {
        var sentence = QuotedSentence.Of(told.Event.Quotation);
        return QuotedSentence.Words(sentence) > quoteWords || sentence == EntryNames.Title(told.Source) ? "" : sentence;
    }

    private static string TypeOf(EventType type) => type switch
    {
        EventType.InForce => "Comes into force",
        EventType.Closes => "Consultation closes",
        EventType.Published => "To be published",
        EventType.Due => "To be done by then",
        _ => "Ends",
    };

    private static string CertaintyOf(Certainty certainty) => certainty switch
    {
        Certainty.Provisional => " (provisional)",
        Certainty.Cancelled => " (cancelled)",
        _ => "",
    };

    private static string MoveOf(DateOnly? from) => from is { } day ? $"; moved from {DateWords.Full(day)}" : "";
}

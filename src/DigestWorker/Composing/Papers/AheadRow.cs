using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>Something that is told to come.</summary>
/// <param name="What">"Last day to respond, provisional".</param>
/// <param name="Sentence">That says so; empty where it may not be quoted or is the title.</param>
/// <param name="Publisher">Whose words are believed.</param>
internal sealed record AheadRow(string Day, string What, string Sentence, string Title, string? Link, string Publisher)
{
    /// <param name="quoteWords">How many words may be quoted.</param>
    public static AheadRow Of(ComingUp told, int quoteWords) => new(
        EventWords.Day(told.Event),
        $"{EventWords.What(told.Event.Type)}, {EventWords.Certain(told.Event)}{EventWords.Moved(told.Event)}",
        SentenceOf(told, quoteWords),
        EntryNames.Title(told.Source),
        WebLink.Of(told.Source.Entry.Url),
        EntryNames.Publisher(told.Source));

    private static string SentenceOf(ComingUp told, int quoteWords)
    {
        var sentence = Quotation.Of(told.Event.Quotation);
        return Quotation.Words(sentence) > quoteWords || !Care.MayQuote(sentence) || sentence == EntryNames.Title(told.Source) ? "" : sentence;
    }
}

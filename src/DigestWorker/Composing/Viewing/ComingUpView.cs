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
        $"{EventWords.What(told.Event.Type)}, {EventWords.Certain(told.Event)}{EventWords.Moved(told.Event)}. {EntryNames.Publisher(told.Source)}");
}

using DigestWorker.Composing;
using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>Tells one subscriber of one page of statutory guidance, in the words that the digest has for it.</summary>
internal sealed class AlertLetter(WebSettings web, LetterWriter writer)
{
    public Letter Compose(Subscriber subscriber, DigestRequest request, SelectedRelease selected)
    {
        var release = new ReleaseViewBuilder(request, quoteWords: 0).Build(selected, number: 1);
        var letter = writer.Write("alert", ToldPages.Key(subscriber.Id, selected.Release), subscriber.Email, new View(Subject(selected.Release, request.Window))
        {
            Release = release,
            Choose = OwnPage("p", subscriber),
            Stop = OwnPage("u", subscriber),
        });
        return letter with { SubscriberId = subscriber.Id, Token = subscriber.Token, Html = subscriber.Wishes.TextOnly ? "" : letter.Html };
    }

    // It stands on lock screens: what it is about is only in the letter.
    private static string Subject(Release pages, DigestWindow window) =>
        pages.IsRevisedIn(window) ? "Statutory guidance has changed: 1 page" : "New statutory guidance: 1 page";

    private string OwnPage(string path, Subscriber subscriber) => web.Address() is { } address ? $"{address}/{path}/{subscriber.Token}" : "";

    private sealed record View(string Subject) : LetterView(Subject, "It matters to your role. Open the letter for the page, its publisher and what has changed.")
    {
        public required ReleaseView Release { get; init; }

        /// <summary>Empty where there are no pages.</summary>
        public required string Choose { get; init; }

        public required string Stop { get; init; }
    }
}

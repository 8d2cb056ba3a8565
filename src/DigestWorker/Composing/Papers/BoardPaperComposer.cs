using DigestWorker.Composing.Rendering;
using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>Turns a month into one document for a board's meeting.</summary>
internal sealed class BoardPaperComposer(TemplateRenderer renderer, DigestWords words)
{
    /// <exception cref="TemplateFault">The template cannot be rendered.</exception>
    public BoardPaper Compose(BoardPaperRequest request)
    {
        var interest = new TeamInterest(request);
        var (releases, ahead) = (interest.Releases(), interest.Ahead());
        var build = new PaperReleases(request, interest, words.QuoteWords);
        var view = Frame(request) with
        {
            Counts = KindCounts.Of(new DigestSelection(releases, [], More: 0)).InSentence(),
            SensitiveTopics = Listing.Of([.. SensitiveTopics(releases, request.Topics)]),
            Sections = PaperSection.Of(releases.Select((selected, index) => build.Build(selected.Release, index + 1))),
            Ahead = [.. ahead.Select(told => AheadRow.Of(told, words.QuoteWords))],
        };
        return new BoardPaper(request, renderer.BoardPaper(view), releases, ahead);
    }

    private static BoardPaperView Frame(BoardPaperRequest request) => new()
    {
        Team = EntryNames.Name(request.Team),
        Month = request.Month.Name,
        MonthIsOver = request.MonthIsOver,
        Counts = "",
        Roles = Listing.Of([.. request.Roles.Select(role => role.Name)]),
        Areas = Listing.Of([.. request.Areas.Select(EntryNames.Name)]),
        SensitiveTopics = "",
        Sections = [],
        FirstDayAhead = DateWords.Full(request.Month.Next),
        LastDayAhead = DateWords.Full(request.LastDayAhead),
        Ahead = [],
        UnreadSources = [.. request.UnreadSources.Select(EntryNames.Name)],
    };

    private static IEnumerable<string> SensitiveTopics(IEnumerable<SelectedRelease> releases, IReadOnlyDictionary<string, Topic> topics) =>
        TopicNames.Known(releases.SelectMany(selected => selected.Release.Topics), topics)
            .Where(topic => topic.Sensitive)
            .Select(topic => topic.Name)
            .Distinct(StringComparer.Ordinal);
}

using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>A line of the overview.</summary>
/// <param name="Label">What stands out: the foremost figure, or the kind of the release where it has none.</param>
/// <param name="Text">The figure's own sentence, since a title beside it would say something else of it; else the title.</param>
internal sealed record BriefView(string Label, string Text)
{
    private const int LongestTitle = 100, LongestSentence = 200, LongestFigure = 20;

    /// <param name="figures">Of the release, as they are shown further down.</param>
    public static BriefView Of(SelectedRelease selected, IReadOnlyList<FigureView> figures)
    {
        var (release, lead) = (selected.Release, selected.Release.Lead);
        var foremost = release.Kind == Kind.Statistics ? figures.Where(IsBrief).MinBy(figure => figure.Rank) : null;
        return new BriefView(
            foremost?.Foremost ?? KindWords.Of(release.Kind).Label,
            $"{foremost?.Text ?? EntryNames.Title(lead, LongestTitle)} ({EntryNames.Publisher(lead)})");
    }

    private static bool IsBrief(FigureView figure) => figure is { Alone: true, Foremost.Length: > 0 and <= LongestFigure, Text.Length: <= LongestSentence };
}

using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>A line of the overview.</summary>
/// <param name="Label">What stands out: the foremost figure, or the kind of the release where it has none.</param>
internal sealed record BriefView(string Label, string Text)
{
    private const int LongestTitle = 100;

    private const int LongestFigure = 20;

    /// <param name="figures">Of the release, as they are shown further down.</param>
    public static BriefView Of(SelectedRelease selected, IReadOnlyList<FigureView> figures)
    {
        var lead = selected.Release.Lead;
        var foremost = figures.Count > 0 && selected.Release.Kind == Kind.Statistics ? figures[0].Foremost : "";
        return new BriefView(
            foremost.Length is > 0 and <= LongestFigure ? foremost : KindWords.Of(selected.Release.Kind).Label,
            $"{EntryNames.Title(lead, LongestTitle)} ({EntryNames.Publisher(lead)})");
    }
}

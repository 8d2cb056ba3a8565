namespace DigestWorker.Composing.Viewing;

/// <summary>A line of the overview.</summary>
/// <param name="Label">What stands out: the kind of the release.</param>
internal sealed record BriefView(string Label, string Text)
{
    private const int LongestTitle = 100;

    public static BriefView Of(SelectedRelease selected)
    {
        var lead = selected.Release.Lead;
        return new BriefView(KindWords.Of(selected.Release.Kind).Label, $"{EntryNames.Title(lead, LongestTitle)} ({EntryNames.Publisher(lead)})");
    }
}

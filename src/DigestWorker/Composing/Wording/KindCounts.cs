using DigestWorker.Domain;

namespace DigestWorker.Composing.Wording;

/// <summary>How many releases of each kind a digest holds.</summary>
internal sealed record KindCounts(int Statistics, int Guidance, int News)
{
    public static KindCounts Of(DigestSelection selection)
    {
        var counts = selection.Full.Concat(selection.OneLiners).CountBy(selected => selected.Release.Kind).ToDictionary();
        return new KindCounts(
            counts.GetValueOrDefault(Kind.Statistics),
            counts.GetValueOrDefault(Kind.Guidance),
            counts.GetValueOrDefault(Kind.News));
    }

    public string InSentence() => Listing.Of([.. Parts(figures: ("release of figures", "releases of figures"))]);

    /// <summary>A part for each kind that is there: "3 releases", "1 guidance page".</summary>
    public IEnumerable<string> Parts((string One, string Many) figures)
    {
        if (Statistics > 0)
        {
            yield return Counted.Of(Statistics, figures.One, figures.Many);
        }

        if (Guidance > 0)
        {
            yield return Counted.Of(Guidance, "guidance page", "guidance pages");
        }

        if (News > 0)
        {
            yield return Counted.Of(News, "news report", "news reports");
        }
    }
}

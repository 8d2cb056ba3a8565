using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>A release in a few lines of plain text, as the digest has them: figures in their sentences, an extract, and what is ahead.</summary>
internal static class ReleaseText
{
    public static string Of(Release release, int quoteWords, DateOnly today)
    {
        var figures = KeyFigures.Of(release.Lead, quoteWords);
        var left = Math.Max(0, quoteWords - figures.Sum(figure => Quotation.Words(figure.Text)));
        var extract = Extract.Of(release.Lead.Entry, left, [.. figures.SelectMany(figure => figure.Told)]);
        string[] lines =
        [
            .. figures.Select(figure => $"{figure.Figures}: {figure.Text}"),
            extract,
            .. ComingUp.Of(release).Where(told => told.Event.LastDay >= today).Select(told => AheadWords.Of(told.Event)),
        ];
        return string.Join("\n\n", lines.Where(line => line.Length > 0));
    }
}

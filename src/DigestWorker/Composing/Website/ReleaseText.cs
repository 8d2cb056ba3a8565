using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>A release in a few lines of plain text: an extract, its figures and what is ahead.</summary>
internal static class ReleaseText
{
    private const int MostFigures = 5;
    private const int LongestQuotation = 300;

    public static string Of(Release release, int quoteWords, DateOnly today)
    {
        var extract = Extract.Of(release.Lead.Entry, quoteWords);
        string[] parts = [extract, Figures(release, extract, quoteWords), Ahead(release, today)];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Figures(Release release, string extract, int quoteWords)
    {
        var shown = release.Figures.Where(figure => figure is { Shown: true, Standing: Standing.Current }).Take(MostFigures);
        return List("Figures", [.. shown.Select(figure => Figure(figure, extract, quoteWords))]);
    }

    // What is counted may have been read wrongly or not at all, so its sentence stands beside it.
    private static string Figure(Figure figure, string extract, int quoteWords)
    {
        var words = SafeText.Line($"{figure.Printed} {figure.What}");
        var quotation = Shortened.ToLength(SafeText.Line(figure.Quotation), LongestQuotation);
        return quoteWords == 0 || extract.Contains(quotation, StringComparison.Ordinal) ? words : $"{words} (“{Shortened.ToWords(quotation, quoteWords)}”)";
    }

    private static string Ahead(Release release, DateOnly today) =>
        List("Ahead", [.. ComingUp.Of(release).Where(told => told.Event.LastDay >= today).Select(told => EventWords.Of(told.Event))]);

    private static string List(string of, IReadOnlyList<string> lines) => lines.Count == 0 ? "" : $"{of}: {string.Join("; ", lines)}.";
}

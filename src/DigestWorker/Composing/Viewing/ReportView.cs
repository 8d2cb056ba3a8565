using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>One outlet's report of a release that several report.</summary>
/// <param name="Leads">True for the report whose title and link head the release.</param>
/// <param name="Kind">"figures", "guidance" or "news report".</param>
/// <param name="Title">Empty where it is the title of the release.</param>
/// <param name="Adds">What it tells beside the leading report: "391 in Kent"; empty for nothing.</param>
internal sealed record ReportView(string Outlet, string Date, bool Leads, string? Link, string Kind, string Title, string Adds)
{
    private const int MostAdded = 3;

    public static ReportView Of(StoredEntry report, Release release) =>
        new(
            EntryNames.Publisher(report),
            DateWords.Of(report.Entry),
            Leads: report == release.Lead,
            WebLink.Of(report.Entry.Url),
            KindWords.Of(report.Understanding.Kind.Kind).Report,
            TitleBeside(release.Lead, EntryNames.Title(report)),
            Listing.Of([.. release.Additions.Where(added => added.Entry == report && MayShow(added.Figure)).Take(MostAdded).Select(Words)]));

    private static bool MayShow(Figure figure) => figure.Unit != FigureUnit.Age && figure.SaysWhat && Care.MayQuote(figure.Quotation);

    private static string Words(Addition added) =>
        string.Join(' ', new[] { Quotation.Printed(added.Figure), SafeText.Line(added.Figure.What), added.Area is null ? "" : $"in {added.Area}" }.Where(word => word.Length > 0));

    private static string TitleBeside(StoredEntry lead, string title) =>
        string.Equals(title, EntryNames.Title(lead), StringComparison.OrdinalIgnoreCase) ? "" : title;
}

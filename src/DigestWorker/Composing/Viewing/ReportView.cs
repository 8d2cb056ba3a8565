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

    private static readonly HashSet<string> Narrowing = new(StringComparer.OrdinalIgnoreCase)
    {
        "under", "over", "aged", "who", "whose", "whom", "that", "which", "where", "between", "than", "almost",
    };

    private static readonly HashSet<string> Dangling = new(StringComparer.OrdinalIgnoreCase) { "with", "for", "of", "to", "a", "the" };

    public static ReportView Of(StoredEntry report, Release release) =>
        new(
            EntryNames.Publisher(report),
            DateWords.Of(report.Entry),
            Leads: report == release.Lead,
            WebLink.Of(report.Entry.Url),
            KindWords.Of(report.Understanding.Kind.Kind).Report,
            Care.MayName(SafeText.Line(report.Entry.Title)) ? TitleBeside(release.Lead, EntryNames.Title(report)) : "",
            Listing.Of([.. release.Additions.Where(added => added.Entry == report && MayShow(added.Figure)).Take(MostAdded).Select(Words)]));

    // A share says nothing without the whole that it is of and what is said of it.
    private static bool MayShow(Figure figure) =>
        figure is { Unit: FigureUnit.Count, SaysWhat: true } && !IsNarrowed(figure) && !Quotation.IsTableRow(figure.Quotation) && Care.MayQuote(figure.Quotation);

    // "3,918 people under 18" are not 3,918 people.
    private static bool IsNarrowed(Figure figure)
    {
        var end = figure.Quotation.IndexOf(figure.What, Math.Max(0, figure.Quotation.IndexOf(figure.Printed, StringComparison.Ordinal)), StringComparison.Ordinal);
        var after = end < 0 ? "" : figure.Quotation[(end + figure.What.Length)..];
        var words = figure.What.Split(' ');
        return Dangling.Contains(words[^1]) || Narrowing.Overlaps([.. words, after.TrimStart().Split(' ', ',', '.')[0]]);
    }

    private static string Words(Addition added) => string.Join(' ', new[]
    {
        SentenceCase.Within(Quotation.Printed(added.Figure)), SafeText.Line(added.Figure.What), added.Area is null ? "" : $"in {added.Area}",
    }.Where(word => word.Length > 0));

    private static string TitleBeside(StoredEntry lead, string title) =>
        string.Equals(title, EntryNames.Title(lead), StringComparison.OrdinalIgnoreCase) ? "" : title;
}

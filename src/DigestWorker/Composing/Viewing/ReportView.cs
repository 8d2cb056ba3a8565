using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>One outlet's report of a release that several report.</summary>
/// <param name="Leads">True for the report whose title and link head the release.</param>
/// <param name="Kind">"figures", "guidance" or "news report".</param>
/// <param name="Title">Empty where it is the title of the release.</param>
internal sealed record ReportView(string Outlet, string Date, bool Leads, string? Link, string Kind, string Title)
{
    public static ReportView Of(StoredEntry report, StoredEntry lead) =>
        new(
            EntryNames.Publisher(report),
            DateWords.Of(report.Entry),
            Leads: report == lead,
            WebLink.Of(report.Entry.Url),
            KindWords.Of(report.Understanding.Kind.Kind).Report,
            TitleBeside(lead, EntryNames.Title(report)));

    private static string TitleBeside(StoredEntry lead, string title) =>
        string.Equals(title, EntryNames.Title(lead), StringComparison.OrdinalIgnoreCase) ? "" : title;
}

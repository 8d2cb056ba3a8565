using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>Puts a release that is shown in full into words.</summary>
internal sealed class ReleaseViewBuilder(DigestRequest request, int quoteWords)
{
    private readonly RepeatedSentences _repeated = new(request.Candidates);

    private const int MostReports = 6;
    private const int MostLabels = 6;
    private const int MostComparisons = 3;

    public ReleaseView Build(SelectedRelease selected, int number)
    {
        var (release, lead) = (selected.Release, selected.Release.Lead);
        var outlets = Outlets.Of(release);
        var figures = KeyFigures.Of(lead, quoteWords);
        var left = Math.Max(0, quoteWords - figures.Sum(figure => Quotation.Words(figure.Text)));
        var view = new ReleaseView(release.Id, number)
        {
            Badge = lead.Entry.Withdrawn is null ? SentenceCase.Of(DateWords.Of(lead.Entry)) : "Withdrawn",
            Publisher = EntryNames.Publisher(lead),
            Title = EntryNames.Title(lead),
            Link = WebLink.Of(lead.Entry.Url),
            Period = Period(release),
            Summary = Extract.Of(lead.Entry, left, _repeated.Of(release), [.. figures.SelectMany(figure => figure.Told)]),
            Figures = figures,
            Comparisons = [.. release.Comparisons.Take(MostComparisons).Select(ComparisonView.Of)],
            InForce = InForce(release),
            WhatChanged = ChangeWords.Of(release, request.Window),
            UsefulFor = UsefulFor.Of(release, request.Roles),
            Because = string.Join(". ", selected.Because),
            Labels = $"{Labels("Topic", TopicNames.Of(release.Topics, request.Topics))} {Labels("Area", [.. release.Areas.Select(EntryNames.Name)])}".Trim(),
            Reports = outlets.Count < 2 ? [] : [.. outlets.Take(MostReports).Select(report => ReportView.Of(report, release))],
            ReportCount = $"{outlets.Count} reports of 1 release",
            MoreReports = outlets.Count <= MostReports ? "" : Counted.Of(outlets.Count - MostReports, "more outlet", "more outlets"),
            WordNote = "",
        };
        return view with { WordNote = WordNotes.Of([view.Title, view.Summary, view.WhatChanged, .. figures.Select(figure => figure.Text), .. view.Reports.Select(report => report.Title)]) };
    }

    private string Period(Release release) =>
        ReportedPeriod.Of(release) + (ReportedPeriod.IsEarlier(release, request.Window.To) ? ", earlier figures" : "");

    private static string InForce(Release release) =>
        ComingUp.Of(release).Select(told => told.Event).FirstOrDefault(told => told.Type == EventType.InForce) is { } told
            ? EventWords.InForce(told)
            : "";

    private static string Labels(string of, IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => $"{of}: {names[0]}.",
        _ => $"{of}s: {Listing.Of(names, MostLabels)}.",
    };
}

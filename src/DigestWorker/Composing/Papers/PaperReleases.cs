using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>Puts the releases of a board paper into words.</summary>
internal sealed class PaperReleases(BoardPaperRequest request, TeamInterest interest, int quoteWords)
{
    private readonly RepeatedSentences _repeated = new(request.Candidates);

    private const int MostReports = 12, MostRoles = 4;

    public PaperRelease Build(Release release, int number)
    {
        var lead = release.Lead;
        StoredEntry[] others = [.. Outlets.Of(release).Where(report => report != lead)];
        var figures = KeyFigures.Of(lead, quoteWords);
        return new PaperRelease(number)
        {
            Kind = release.Kind,
            Title = EntryNames.Title(lead),
            Link = WebLink.Of(lead.Entry.Url),
            Publisher = EntryNames.Publisher(lead),
            Date = DateWords.Of(lead.Entry),
            Summary = figures.Count > 0 ? "" : Extract.Of(lead.Entry, quoteWords, _repeated.Of(release), []),
            WhatChanged = ChangeWords.Of(release, request.Window),
            Figures = figures,
            Comparisons = [.. release.Comparisons.Select(comparison => ComparisonView.Of(comparison))],
            MattersTo = MattersTo(interest.RolesFor(release)),
            Reports = [.. others.Take(MostReports).Select(report => ReportView.Of(report, release))],
            MoreReports = others.Length <= MostReports ? "" : Counted.Of(others.Length - MostReports, "more outlet", "more outlets"),
        };
    }

    private string MattersTo(IReadOnlyList<string> roles) => roles.Count == request.Roles.Count ? "" : Listing.Of(roles, MostRoles);
}

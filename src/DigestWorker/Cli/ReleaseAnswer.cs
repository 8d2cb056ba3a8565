using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Cli;

/// <summary>A release as <c>releases --json</c> tells it.</summary>
internal sealed record ReleaseAnswer(
    long Id,
    Kind Kind,
    string Title,
    string? Url,
    string Publisher,
    string? Published,
    IReadOnlyList<TopicLabel> Topics,
    IReadOnlyList<string> Areas,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Comparison> Comparisons,
    IReadOnlyList<ReleaseAnswer.AdditionAnswer> Additions,
    IReadOnlyList<ReleaseAnswer.EntryAnswer> Entries,
    IReadOnlyList<ReleaseAnswer.RevisionAnswer> Revisions,
    IReadOnlyList<UpcomingAnswer> Upcoming)
{
    public static ReleaseAnswer Of(Release release) => new(
        release.Id,
        release.Kind,
        release.Lead.Entry.Title,
        release.Lead.Entry.Url?.AbsoluteUri,
        release.Lead.Publisher,
        Date(release.Lead.Entry.Published),
        release.Topics,
        release.Areas,
        release.Figures,
        release.Comparisons,
        [.. release.Additions.Select(added => new AdditionAnswer(added.Entry.Publisher, added.Entry.Entry.Url?.AbsoluteUri, added.Area, added.Figure))],
        [.. release.Entries.Select(EntryAnswer.Of)],
        [.. release.Entries.SelectMany(entry => entry.Revisions).OrderBy(revision => revision.SeenAt).Select(RevisionAnswer.Of)],
        [.. ComingUp.Of(release).Select(UpcomingAnswer.Of)]);

    /// <summary>As exactly as the publisher gave it: 2024-11-01T09:30:00Z, 2024-11-01, 2024-11 or 2024.</summary>
    public static string? Date(PublishedDate? date) => date?.At.UtcDateTime.ToString(
        date.Precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Day => "yyyy-MM-dd",
            _ => "yyyy-MM-dd'T'HH:mm:ss'Z'",
        },
        CultureInfo.InvariantCulture);

    /// <summary>A figure that only an outlet beside the leading one tells.</summary>
    internal sealed record AdditionAnswer(string Publisher, string? Url, string? Area, Figure Figure);

    /// <param name="SeenAt">UTC; for the notes that an entry brought at first sight, the instant of the note.</param>
    internal sealed record RevisionAnswer(DateTime SeenAt, bool Substantive, string Summary, string? Note)
    {
        public static RevisionAnswer Of(Revision revision) =>
            new(revision.SeenAt.UtcDateTime, revision.Substantive, revision.Summary, revision.Note);
    }

    /// <param name="Because">Why the entry stands in this release, beside the kind's own reasons.</param>
    internal sealed record EntryAnswer(
        long Id,
        string Source,
        string? Url,
        string Title,
        string Publisher,
        string? Published,
        Kind Kind,
        IReadOnlyList<string> Topics,
        IReadOnlyList<Figure> Figures,
        IReadOnlyList<string> Because)
    {
        public static EntryAnswer Of(StoredEntry entry) => new(
            entry.Id,
            entry.Source,
            entry.Entry.Url?.AbsoluteUri,
            entry.Entry.Title,
            entry.Publisher,
            Date(entry.Entry.Published),
            entry.Understanding.Kind.Kind,
            [.. entry.Understanding.Topics.Select(topic => topic.Id)],
            entry.Understanding.Figures,
            [.. entry.Membership.Evidence.Select(EvidenceText.Of), .. entry.Understanding.Kind.Because]);
    }
}

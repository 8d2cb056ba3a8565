using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Releasing;

namespace DigestWorker.Cli;

/// <summary>A release's story as an admin reads it.</summary>
internal static class StoryText
{
    public static IEnumerable<string> Of(ReleaseStory story) =>
    [
        $"Release {story.Release.Id}: {story.Release.Lead.Entry.Title}",
        $"Kind: {Word(story.Release.Kind)}, because {Reasons(story.Release.Lead.Understanding.Kind.Because)}",
        .. story.Release.Topics.Select(topic => string.Create(
            CultureInfo.InvariantCulture, $"Topic: {topic.Id} ({topic.Score:0.0}), because {Reasons(topic.Because)}")),
        .. story.Release.Lead.Understanding.Areas.Select(area => $"Area: {area.Area}, because {area.Because}"),
        .. Section("Entries, the leading one first", story.Release.Entries.SelectMany(Entry)),
        .. Section("Figures", story.Release.Figures.Select(Figure)),
        .. Section("Beside the figure before", story.Release.Comparisons.Select(compared =>
            $"  {compared.Now.Printed} ({compared.Now.Period}) {(compared.Replaces ? "replaces" : "after")} {compared.Before.Printed} ({compared.Before.Period}), release {compared.BeforeRelease}"
            + (compared.Care is null ? "" : $"; compare with care: {compared.Care}"))),
        .. Section("What other reports add", story.Release.Additions.Select(added =>
            $"  {added.Entry.Publisher}: {added.Figure.Printed}{(added.Area is null ? "" : $" in {added.Area}")}: \"{added.Figure.Quotation}\"")),
        .. Section("Nearly the same, or told of in passing", story.NearMisses.SelectMany(Near)),
        .. Section("What an admin said", story.Verdicts.Select(verdict =>
            $"  Entries {verdict.EntryId} and {verdict.OtherId} are {(verdict.Same ? "one release" : "two releases")}.")),
    ];

    private static IEnumerable<string> Section(string heading, IEnumerable<string> lines)
    {
        var rows = lines.ToList();
        return rows.Count == 0 ? [] : ["", heading, new string('-', heading.Length), .. rows];
    }

    private static IEnumerable<string> Entry(StoredEntry entry) =>
    [
        $"  [{entry.Id}] {entry.Entry.Title}",
        $"      {entry.Publisher}, {ReleaseAnswer.Date(entry.Entry.Published) ?? "no date"}, {entry.Entry.Url?.AbsoluteUri ?? "no address"}",
        .. Joined(entry.Membership),
    ];

    private static IEnumerable<string> Joined(Membership membership) => membership.Score is not { } score
        ? ["      founded the release"]
        :
        [
            string.Create(CultureInfo.InvariantCulture, $"      {(membership.By == MatchedBy.Admin ? "put here by an admin" : "joined")}, score {score:0.0}{(membership.ComparedWith is { } other ? $", most like entry {other}" : "")}:"),
            .. membership.Evidence.Select(evidence => "        " + EvidenceText.Of(evidence)),
        ];

    private static string Figure(Figure figure) =>
        $"  {figure.Printed}{(figure.What.Length > 0 ? " " + figure.What : "")}{(figure.Period is null ? "" : $" ({figure.Period})")}{(figure.Shown ? "" : " [not shown]")}: \"{figure.Quotation}\"";

    private static IEnumerable<string> Near(NearMiss miss) =>
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"  Release {miss.Link.ReleaseId} \"{miss.Title}\": entry {miss.Entry.Id} {(miss.Link.Type == NearType.Also ? "tells of it too" : "may belong to it")}, score {miss.Link.Score:0.0}"),
        .. miss.Link.Evidence.Take(5).Select(evidence => "        " + EvidenceText.Of(evidence)),
    ];

    private static string Reasons(IEnumerable<string> because) => string.Join("; ", because);

    private static string Word(Kind kind) => kind.ToString().ToLowerInvariant();
}

using DigestWorker.Composing.Papers;
using DigestWorker.Domain;

namespace DigestWorker.Cli;

/// <summary>What <c>digest board-paper</c> wrote, in the order of the paper.</summary>
internal sealed record BoardPaperAnswer(
    string Team,
    string Month,
    string File,
    IReadOnlyList<BoardPaperAnswer.One> Releases,
    IReadOnlyList<BoardPaperAnswer.Coming> Ahead,
    IReadOnlyList<string> UnreadSources)
{
    public static BoardPaperAnswer Of(BoardPaper paper, string file) => new(
        paper.Request.Team,
        paper.Request.Month.ToString(),
        file,
        [.. paper.Releases.Select(selected => One.Of(selected.Release))],
        [.. paper.Ahead.Select(told => new Coming(told.Release.Id, UpcomingAnswer.Of(told)))],
        paper.Request.UnreadSources);

    public void Print(bool json)
    {
        if (json)
        {
            Printer.Json(this);
            return;
        }

        // Standard output may be the paper's own.
        Console.Error.WriteLine($"{(File == PaperFile.StandardOutput ? "" : $"Written to {File}: ")}{Brought()}, {Printer.Count(Ahead.Count, "event")} ahead.");
    }

    private string Brought() => Releases.Count == 0
        ? $"{Month} brought no release that matters to {Team}"
        : $"{Month} brought {Printer.Count(Releases.Count, "release")} for {Team}";

    internal sealed record One(long Id, Kind Kind, string Title, string? Url, string Publisher)
    {
        public static One Of(Release release) =>
            new(release.Id, release.Kind, release.Lead.Entry.Title, release.Lead.Entry.Url?.AbsoluteUri, release.Lead.Publisher);
    }

    internal sealed record Coming(long ReleaseId, UpcomingAnswer Event);
}

namespace DigestWorker.Composing.Viewing;

/// <summary>About how many words there are to read: the releases, and what stands around them in every digest.</summary>
internal static class WordCount
{
    private const int Frame = 200;

    public static int Of(IEnumerable<SectionView> sections) =>
        Frame + sections.SelectMany(section => section.Releases).Sum(release => Of(release));

    private static int Of(ReleaseView release) =>
        new[] { release.Title, release.Summary, release.WhatChanged, release.UsefulFor, release.Because, release.Labels }
            .Concat(release.Figures.Select(figure => $"{figure.Figures} {figure.Text}"))
            .Concat(release.Reports.Select(report => $"{report.Outlet} {report.Title}"))
            .Sum(words => words.Count(' ') + 1);
}

namespace DigestWorker.Composing.Viewing;

/// <summary>One release, shown in full.</summary>
/// <param name="Number">Counts through the whole digest, so that readers can name a release.</param>
internal sealed record ReleaseView(long Id, int Number)
{
    /// <summary>Its date, or that there is none.</summary>
    public required string Badge { get; init; }

    public required string Publisher { get; init; }

    public required string Title { get; init; }

    /// <summary>Null where the source gives no web address.</summary>
    public required string? Link { get; init; }

    /// <summary>The time that its figures are about: "2023/24", "2016/17, earlier figures"; empty where none is named.</summary>
    public required string Period { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<FigureView> Figures { get; init; }

    public required IReadOnlyList<ComparisonView> Comparisons { get; init; }

    /// <summary>"in force from 1 September 2026, provisional"; empty for none.</summary>
    public required string InForce { get; init; }

    /// <summary>What a substantive revision inside the window changed, the publisher's own note first; empty for none.</summary>
    public required string WhatChanged { get; init; }

    /// <summary>What has to be said of a word of the source; empty for nothing.</summary>
    public required string WordNote { get; init; }

    public required string UsefulFor { get; init; }

    public required string Because { get; init; }

    /// <summary>"Topics: online safety and modern slavery. Area: Kent."</summary>
    public required string Labels { get; init; }

    /// <summary>The reports of several outlets; empty where there is one only.</summary>
    public required IReadOnlyList<ReportView> Reports { get; init; }

    /// <summary>"3 reports of 1 release".</summary>
    public required string ReportCount { get; init; }

    /// <summary>"3 more outlets"; empty where all are listed.</summary>
    public required string MoreReports { get; init; }
}

using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>One release of a board paper. What is null or empty is left out.</summary>
/// <param name="Number">Counts through the whole paper, so that a meeting can name a release.</param>
internal sealed record PaperRelease(int Number)
{
    public required Kind Kind { get; init; }

    public required string Title { get; init; }

    public required string? Link { get; init; }

    public required string Publisher { get; init; }

    public required string Date { get; init; }

    /// <summary>The source's own words, where it shows no figures.</summary>
    public required string Summary { get; init; }

    public required string WhatChanged { get; init; }

    public required IReadOnlyList<FigureView> Figures { get; init; }

    public required IReadOnlyList<ComparisonView> Comparisons { get; init; }

    /// <summary>"headteachers and governors"; empty where it matters to all roles of the team.</summary>
    public required string MattersTo { get; init; }

    /// <summary>Outlets beside the leading one.</summary>
    public required IReadOnlyList<ReportView> Reports { get; init; }

    /// <summary>"3 more outlets"; empty where all are listed.</summary>
    public required string MoreReports { get; init; }
}

namespace DigestWorker.Composing.Papers;

/// <summary>All that the template may show of one board paper, in words. What is null or empty is left out.</summary>
internal sealed record BoardPaperView
{
    public required string Team { get; init; }

    /// <summary>"November 2026".</summary>
    public required string Month { get; init; }

    public required bool MonthIsOver { get; init; }

    /// <summary>"3 releases of figures and 1 guidance page"; empty for a month without a release.</summary>
    public required string Counts { get; init; }

    public required string Roles { get; init; }

    public required string Areas { get; init; }

    /// <summary>The sensitive topics that the paper carries.</summary>
    public required string SensitiveTopics { get; init; }

    public required IReadOnlyList<PaperSection> Sections { get; init; }

    public required string FirstDayAhead { get; init; }

    public required string LastDayAhead { get; init; }

    public required IReadOnlyList<AheadRow> Ahead { get; init; }

    public required IReadOnlyList<string> UnreadSources { get; init; }
}

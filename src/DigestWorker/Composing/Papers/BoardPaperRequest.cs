using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>All that decides one board paper: equal requests give equal papers, byte for byte. It names no person.</summary>
internal sealed record BoardPaperRequest
{
    public required string Team { get; init; }

    public required LondonMonth Month { get; init; }

    /// <summary>False for a paper that is made before the month is over.</summary>
    public required bool MonthIsOver { get; init; }

    /// <summary>The roles of the team's subscribers.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>The areas of the team's subscribers.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Releases with an entry that became news in the month.</summary>
    public required IReadOnlyList<Release> Candidates { get; init; }

    /// <summary>What is told to come after the month, soonest first.</summary>
    public required IReadOnlyList<ComingUp> Ahead { get; init; }

    public required IReadOnlyDictionary<string, Topic> Topics { get; init; }

    public required IReadOnlyList<string> UnreadSources { get; init; }

    /// <summary>What an entry has to fall into to be news of the month.</summary>
    public DigestWindow Window => new(Month.From, Month.To, First: false);

    /// <summary>The last day that the paper looks ahead to.</summary>
    public DateOnly LastDayAhead => LastDayAfter(Month);

    public static DateOnly LastDayAfter(LondonMonth month) => month.Next.AddDays(89);
}

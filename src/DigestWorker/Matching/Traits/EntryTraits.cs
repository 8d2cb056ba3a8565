using System.Runtime.InteropServices;
using DigestWorker.Domain;

namespace DigestWorker.Matching.Traits;

/// <summary>All that matching needs of an entry. Kept with it, so that comparing never reads a text again.</summary>
internal sealed record EntryTraits
{
    public required string Publisher { get; init; }

    /// <summary>Of publication, or of first sight where the publisher gives none, as <see cref="DateOnly.DayNumber"/>.</summary>
    public required int Day { get; init; }

    /// <summary>True where the publisher gives no day, and nothing else says that it came out shortly before it was first seen.</summary>
    public bool DayIsUncertain { get; init; }

    /// <summary>Of the latest update that its publisher tells, where that came after <see cref="Day"/>; null for most.</summary>
    public int? Updated { get; init; }

    public required Kind Kind { get; init; }

    /// <summary>The canonical text of its address; empty where it has none. Only orders entries of one day.</summary>
    public string Address { get; init; } = "";

    /// <summary>What identical texts share; null where there is too little text.</summary>
    public string? ContentHash { get; init; }

    public string[] Topics { get; init; } = [];

    /// <summary>England, Scotland, Wales, Northern Ireland; empty where the UK as a whole or none is named.</summary>
    public string[] Nations { get; init; } = [];

    /// <summary>When it says that what it tells of came out ("published on Friday"), as day numbers.</summary>
    public int[] ReleaseDays { get; init; } = [];

    /// <summary>The last day of the month in which it says that what it tells of came out ("published last month"); null where it says none.</summary>
    public int? ReleasedBy { get; init; }

    /// <summary>True where a local body tells of a paper of its own, such as its procedures.</summary>
    public bool IsLocalPaper { get; init; }

    /// <summary>The council, police-force or partnership area that the publisher stands for; null for a national one.</summary>
    public string? Local { get; init; }

    public TermVector Words { get; init; } = new([], []);

    public TermVector LeadWords { get; init; } = new([], []);

    public TermVector TitleWords { get; init; } = new([], []);

    /// <summary>What its telling figures count.</summary>
    public TermVector Counted { get; init; } = new([], []);

    public NameTrait[] Names { get; init; } = [];

    /// <summary>The body that is spoken of most stands first.</summary>
    public string[] Originators { get; init; } = [];

    public DocumentMention[] Documents { get; init; } = [];

    /// <summary>Full dates in the text, as day numbers.</summary>
    public int[] Dates { get; init; } = [];

    public string[] TitlePeriods { get; init; } = [];

    public string? Period { get; init; }

    public string[] Periods { get; init; } = [];

    public FigureTrait[] Figures { get; init; } = [];

    public uint[] Signature { get; init; } = [];

    /// <summary>On which it was news: when it came out, and when it was last updated.</summary>
    public int[] NewsDays() => Updated is { } updated ? [Day, updated] : [Day];

    /// <summary>Between the days of the two that lie nearest to each other.</summary>
    public int DaysFrom(EntryTraits other) => (Updated, other.Updated) is (null, null)
        ? Math.Abs(Day - other.Day)
        : NewsDays().Min(day => other.NewsDays().Min(another => Math.Abs(day - another)));
}


/// <param name="Information">In nats: how unlikely two unrelated entries share it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FigureTrait(double Value, FigureUnit Unit, Standing Standing, bool Exact, double Information);

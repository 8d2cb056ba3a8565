namespace DigestWorker.Domain;

/// <summary>What a subscriber asked for beside roles and areas.</summary>
/// <param name="Followed">Words or phrases: a release that has one comes whatever its topic.</param>
/// <param name="Muted">Words or phrases: a release that has one in its title does not come.</param>
/// <param name="TextOnly">Mails without the HTML part.</param>
public sealed record Wishes(IReadOnlyList<string> Followed, IReadOnlyList<string> Muted, bool TextOnly)
{
    public static readonly Wishes None = new([], [], TextOnly: false);

    /// <summary>Topic ids: a release on one comes whatever the role makes of it.</summary>
    public IReadOnlyList<string> FollowedTopics { get; init; } = [];

    /// <summary>Topic ids: a release that is about nothing else does not come.</summary>
    public IReadOnlyList<string> MutedTopics { get; init; } = [];

    /// <summary>The day of the week on which the digest comes; null for the day of the schedule.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The first London day on which a digest may come again, where the state is Paused.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Changes of statutory guidance are told at once.</summary>
    public bool Alerts { get; init; }

    /// <summary>A week without anything new is said in a short digest.</summary>
    public bool SaysNothingNew { get; init; }
}

/// <summary>All that people may choose for themselves.</summary>
/// <param name="Roles">Role ids in order, at least one.</param>
/// <param name="Areas">In order.</param>
public sealed record Chosen(IReadOnlyList<string> Roles, IReadOnlyList<string> Areas, Wishes Wishes);

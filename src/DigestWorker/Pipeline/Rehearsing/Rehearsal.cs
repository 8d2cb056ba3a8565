using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Rehearsing;

internal enum ChangeType
{
    Added,
    Dropped,
    Moved,
}

/// <summary>What would change in an edition by other settings.</summary>
/// <param name="Roles">For somebody who has one role alone, of those for whom something changes.</param>
/// <param name="Subscribers">By what changes for them, the most first.</param>
/// <param name="Same">How many subscribers would get the same.</param>
internal sealed record Rehearsal(string Week, DateTimeOffset CutOff, IReadOnlyList<RehearsedRole> Roles, IReadOnlyList<RehearsedGroup> Subscribers, int Same)
{
    /// <summary>Names of sources of the new file of which nothing is stored: they would be read first.</summary>
    public IReadOnlyList<string> NewSources { get; init; } = [];

    public bool IsEmpty => Roles.Count == 0 && Subscribers.Count == 0;
}

/// <param name="Because">Where the role as a whole comes or goes; null otherwise.</param>
internal sealed record RehearsedRole(string Role, string? Because, IReadOnlyList<ReleaseChange> Changes);

/// <summary>Subscribers with the same roles for whom the same changes.</summary>
/// <param name="Addresses">Masked.</param>
/// <param name="Because">Where somebody becomes or stops being a subscriber; null otherwise.</param>
internal sealed record RehearsedGroup(IReadOnlyList<string> Roles, IReadOnlyList<string> Addresses, string? Because, IReadOnlyList<ReleaseChange> Changes);

/// <param name="Because">Paths of settings with both values, and what else is why.</param>
internal sealed record ReleaseChange(ChangeType Type, long Release, string Title, DigestPosition? Before, DigestPosition? After, IReadOnlyList<string> Because);

/// <param name="Rank">From 1.</param>
/// <param name="InFull">False for a one-liner.</param>
/// <param name="Section">The kind under which the digest shows it.</param>
internal sealed record DigestPosition(int Rank, bool InFull, Kind Section);

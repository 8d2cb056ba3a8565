namespace DigestWorker.Domain;

/// <summary>A team as the settings name it.</summary>
/// <param name="Key">Its id in the settings, which no other team has, whatever the organisation.</param>
public sealed record OrganisedTeam(string Key, string Name, string? Contact)
{
    /// <summary>Role ids of members for whom the roster names none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Of members for whom the roster names none.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>When the team wants no digest.</summary>
    public IReadOnlyList<QuietDays> Quiet { get; init; } = [];

    /// <summary>The file that is watched and made true for the team; null where there is none.</summary>
    public string? Roster { get; init; }
}

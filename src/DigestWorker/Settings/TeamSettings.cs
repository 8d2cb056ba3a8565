namespace DigestWorker.Settings;

/// <summary>One team of an organisation, keyed by an id that no other team has.</summary>
internal sealed class TeamSettings
{
    /// <summary>As people read it; the id where left out.</summary>
    public string? Name { get; init; }

    /// <summary>An address, with or without a name before it.</summary>
    public string? Contact { get; init; }

    /// <summary>Of members for whom the roster names none.</summary>
    public List<string> Roles { get; init; } = [];

    /// <summary>Of members for whom the roster names none.</summary>
    public List<string> Areas { get; init; } = [];

    /// <summary>Days without a digest, as "2026-12-21 to 2027-01-03".</summary>
    public List<string> QuietWeeks { get; init; } = [];

    /// <summary>A CSV file that is followed whenever it changes; a relative one counts from the settings file.</summary>
    public string? Roster { get; init; }
}

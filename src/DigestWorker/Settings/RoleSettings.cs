namespace DigestWorker.Settings;

/// <summary>One role of <c>Roles</c>, keyed by id; the built-in ones may be changed key by key.</summary>
internal sealed class RoleSettings
{
    /// <summary>In the plural, as in "For headteachers".</summary>
    public string? Name { get; init; }

    /// <summary>Topic id to weight, 0 to 3.</summary>
    public Dictionary<string, double> Topics { get; init; } = [];

    /// <summary>statistics, guidance or news to weight, 0 to 3.</summary>
    public Dictionary<string, double> Kinds { get; init; } = [];

    public List<string> Areas { get; init; } = [];

    public double MinimumScore { get; init; } = 1;

    public int FullReleases { get; init; } = 8;

    public int OneLiners { get; init; } = 12;

    /// <summary>Topic id to what a release on it is useful for.</summary>
    public Dictionary<string, string> UsefulFor { get; init; } = [];
}

using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>One role of <c>Roles</c>, keyed by id; the built-in ones may be changed key by key.</summary>
internal sealed class RoleSettings
{
    /// <summary>In the plural, as in "For headteachers".</summary>
    public string? Name { get; init; }

    /// <summary>Topic id to weight: 1 some interest, 2 strong, 3 core of the work.</summary>
    [Range(0, 10)]
    public Dictionary<string, double> Topics { get; init; } = [];

    /// <summary>statistics, guidance or news to weight; a kind left out counts 1.</summary>
    [Range(0, 10)]
    public Dictionary<string, double> Kinds { get; init; } = [];

    public List<string> Areas { get; init; } = [];

    [Range(0, 100)]
    public double MinimumScore { get; init; } = 1;

    [Range(0, 100)]
    public int FullReleases { get; init; } = 8;

    [Range(0, 100)]
    public int OneLiners { get; init; } = 12;

    /// <summary>Topic id to what a release on it is useful for.</summary>
    public Dictionary<string, string> UsefulFor { get; init; } = [];
}

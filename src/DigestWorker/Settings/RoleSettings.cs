using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>One role of <c>Roles</c>, keyed by id; the built-in ones may be changed key by key.</summary>
internal sealed class RoleSettings
{
    [Description("In the plural, as in \"headteachers\" for \"For headteachers\"; a new role needs one.")]
    public string? Name { get; init; }

    [Description("Topic id to weight: 1 some interest, 2 strong, 3 core of the work, such as \"early-years\": 2.")]
    [Range(0, 10)]
    public Dictionary<string, double> Topics { get; init; } = [];

    [Description("statistics, guidance or news to weight; a kind left out counts 1.")]
    [Range(0, 10)]
    public Dictionary<string, double> Kinds { get; init; } = [];

    [Description("Areas whose releases rank first, on top of a subscriber's own, such as \"England\".")]
    public List<string> Areas { get; init; } = [];

    [Description("A release that scores less is left out.")]
    [Range(0, 100)]
    public double MinimumScore { get; init; } = 1;

    [Description("The most releases told in full in one digest.")]
    [Range(0, 100)]
    public int FullReleases { get; init; } = 8;

    [Description("The most further releases told in one line each.")]
    [Range(0, 100)]
    public int OneLiners { get; init; } = 12;

    [Description("Topic id to what a release on it is useful for, such as \"attendance\": \"governors' questions\".")]
    public Dictionary<string, string> UsefulFor { get; init; } = [];
}

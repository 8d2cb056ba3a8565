using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>One organisation of <c>Organisations</c>, keyed by an id of its own.</summary>
internal sealed class OrganisationSettings
{
    [Description("Its name as people read it, such as \"Sample Partnership\".")]
    [Required]
    public string? Name { get; init; }

    [Description("Its mail address, with or without a name before it, such as unit@example.org.")]
    public string? Contact { get; init; }

    [Description("Its teams, each under an id of letters, digits and hyphens that no other team has, such as \"school-leads\".")]
    public Dictionary<string, TeamSettings> Teams { get; init; } = [];
}

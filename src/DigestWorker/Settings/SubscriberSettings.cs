using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>One person of <c>Subscribers</c>: added when the program starts, never against an opt-out.</summary>
internal sealed class SubscriberSettings
{
    [Description("The person's mail address, such as lead@example.org.")]
    [Required]
    public string? Email { get; init; }

    [Description("The person's name, as the digest greets them.")]
    public string? Name { get; init; }

    [Description("What decides the tailoring: at least one role, such as \"designated-safeguarding-lead\".")]
    [Required]
    public List<string> Roles { get; init; } = [];

    [Description("Areas whose releases come first for this person, such as \"County Durham\".")]
    public List<string> Areas { get; init; } = [];
}

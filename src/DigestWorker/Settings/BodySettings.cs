using System.ComponentModel;
using DigestWorker.Domain;

namespace DigestWorker.Settings;

/// <summary>One organisation of <c>Bodies</c>, keyed by its name; the built-in ones may be changed key by key.</summary>
internal sealed class BodySettings
{
    [Description("What sort of organisation it is; it decides whose report of a release leads.")]
    public BodyType Type { get; init; } = BodyType.Other;

    [Description("Other names of it, such as \"DfE\".")]
    public List<string> Aliases { get; init; } = [];

    [Description("Where it publishes, as \"nspcc.org.uk\"; subdomains are included.")]
    public List<string> Hosts { get; init; } = [];
}

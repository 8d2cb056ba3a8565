using DigestWorker.Domain;

namespace DigestWorker.Settings;

/// <summary>One organisation of <c>Bodies</c>, keyed by its name; the built-in ones may be changed key by key.</summary>
internal sealed class BodySettings
{
    /// <summary>Official, Charity, TradePress, Press or Other: which report of a release leads.</summary>
    public BodyType Type { get; init; } = BodyType.Other;

    public List<string> Aliases { get; init; } = [];

    /// <summary>Where it publishes, as "nspcc.org.uk"; subdomains are included.</summary>
    public List<string> Hosts { get; init; } = [];
}

namespace DigestWorker.Domain;

/// <summary>An organisation that releases figures or guidance, or that reports them.</summary>
/// <param name="Names">Its name first, then other spellings; those in capitals are found in capitals only.</param>
/// <param name="Hosts">Where it publishes, as "nspcc.org.uk"; subdomains are included.</param>
public sealed record Body(IReadOnlyList<string> Names, BodyType Type, IReadOnlyList<string> Hosts)
{
    public string Name => Names[0];
}

/// <summary>In the order in which reports lead their release.</summary>
public enum BodyType
{
    Official,
    Charity,
    TradePress,
    Press,
    Other,
}

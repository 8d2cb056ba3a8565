namespace DigestWorker.Domain;

/// <summary>How an entry came into its release.</summary>
/// <param name="Score">Log odds in nats that it belongs there; null for the entry that founded the release.</param>
/// <param name="Evidence">What spoke for it and against it, the weightiest first; empty for the founder.</param>
public sealed record Membership(MatchedBy By, double? Score, IReadOnlyList<Evidence> Evidence)
{
    public static readonly Membership Founder = new(MatchedBy.Rules, Score: null, []);

    /// <summary>The entry of the release that it is most like, which the evidence speaks of; null for the founder.</summary>
    public long? ComparedWith { get; init; }
}

public enum MatchedBy
{
    Rules,
    Admin,
}

/// <param name="What">In words, as "the same figures".</param>
/// <param name="Detail">"5,653, 44%"; may be empty.</param>
/// <param name="Weight">In nats; below zero where it speaks against.</param>
public sealed record Evidence(string What, string Detail, double Weight);

namespace DigestWorker.Domain;

/// <summary>Another release that an entry has to do with, beside the one that it stands in.</summary>
public sealed record NearRelease(long ReleaseId, NearType Type, double Score, IReadOnlyList<Evidence> Evidence);

public enum NearType
{
    /// <summary>The entry tells of this release too, as a round-up does.</summary>
    Also,

    /// <summary>Too little evidence to join, enough to ask a person.</summary>
    Possible,
}

namespace DigestWorker.Domain;

/// <summary>What is new in a release: numbers, instructions to practitioners, or anything else.</summary>
public enum Kind
{
    Statistics,
    Guidance,
    News,
}

namespace DigestWorker.Domain;

/// <summary>One of several entries that have the same text.</summary>
/// <param name="Day">When it was published or, without a date, first seen.</param>
public sealed record TextTwin(long ReleaseId, string Publisher, DateTimeOffset Day);

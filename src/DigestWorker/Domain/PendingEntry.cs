namespace DigestWorker.Domain;

/// <summary>A stored entry that waits to be understood and, unless it stands in a release already, to be matched.</summary>
public sealed record PendingEntry(long Id, string Source, string Publisher, Entry Entry, byte[]? ContentHash, DateTimeOffset Day, bool InRelease);

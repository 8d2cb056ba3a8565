namespace DigestWorker.Domain;

/// <summary>What is remembered of a source between two reads.</summary>
/// <param name="FirstReadAt">The first whole read; what it held then is the baseline. Null before it.</param>
public sealed record SourceRecord(long Id, DateTimeOffset? FirstReadAt, string? ETag, string? LastModified);

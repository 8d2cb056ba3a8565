namespace DigestWorker.Domain;

/// <summary>What is remembered of a source between two reads.</summary>
/// <param name="FirstReadAt">The first whole read; what it held then is the baseline. Null before it.</param>
/// <param name="Failures">Failed reads in a row, less one for each success since.</param>
public sealed record SourceRecord(long Id, DateTimeOffset? FirstReadAt, int Failures, string? ETag, string? LastModified)
{
    /// <summary>True where its row was changed, to another address or another way to read it, and it has not been read so yet.</summary>
    public bool IsChanged { get; init; }
}

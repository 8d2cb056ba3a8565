using DigestWorker.Domain;

namespace DigestWorker.Collecting;

/// <summary>The two HTTP validators of one answer, kept and sent as a pair (RFC 9110 §8.8).</summary>
internal sealed record Validators(string? ETag, string? LastModified);

/// <summary>What came of reading a source once.</summary>
internal abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>How long the publisher says that asking again is useless (Cache-Control, Expires, an RSS ttl); null where it says nothing.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <param name="Entries">In the order of the source; empty where it holds none.</param>
    /// <param name="Remarks">What the reader had to mend or leave out, in the admin's words.</param>
    internal sealed record Read(IReadOnlyList<Entry> Entries, IReadOnlyList<string> Remarks, Validators? Validators) : ReadResult
    {
        /// <summary>Where the server says for good that the source now lives (301, 308).</summary>
        public Uri? MovedTo { get; init; }
    }

    internal sealed record NotModified : ReadResult;

    /// <param name="Reason">One sentence that tells the admin what is wrong.</param>
    internal sealed record Failed(string Reason) : ReadResult
    {
        public Trouble Trouble { get; init; } = Trouble.Failing;

        /// <summary>No sooner, as the server itself asks (Retry-After); null where it does not say.</summary>
        public DateTimeOffset? RetryAt { get; init; }
    }
}

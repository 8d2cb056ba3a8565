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

    /// <param name="Entries">In the order of the source; empty where it holds none.</param>
    /// <param name="Remarks">What the reader had to mend or leave out, in the admin's words.</param>
    internal sealed record Read(IReadOnlyList<Entry> Entries, IReadOnlyList<string> Remarks, Validators? Validators) : ReadResult;

    internal sealed record NotModified : ReadResult;

    /// <param name="Reason">One sentence that tells the admin what is wrong.</param>
    internal sealed record Failed(string Reason) : ReadResult;
}

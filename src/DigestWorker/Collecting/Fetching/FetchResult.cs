namespace DigestWorker.Collecting.Fetching;

/// <summary>What came of asking for an address once.</summary>
internal abstract record FetchResult
{
    private FetchResult()
    {
    }

    internal sealed record Fetched(Answer Answer) : FetchResult;

    internal sealed record NotModified : FetchResult;

    /// <param name="Reason">One sentence that tells the admin what is wrong.</param>
    internal sealed record Failed(string Reason) : FetchResult;
}

/// <summary>What a server or a file gave, unpacked, before anything is known about it.</summary>
/// <param name="Address">Where it came from in the end; relative links count from here.</param>
/// <param name="MovedTo">Where the server says for good that the source now lives.</param>
internal sealed record Answer(
    ReadOnlyMemory<byte> Bytes,
    string? ContentType,
    Uri Address,
    Validators? Validators = null,
    Uri? MovedTo = null);

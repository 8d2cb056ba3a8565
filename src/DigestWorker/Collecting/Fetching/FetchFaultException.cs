namespace DigestWorker.Collecting.Fetching;

/// <summary>Ends a fetch with what it came to.</summary>
internal sealed class FetchFaultException(FetchResult.Failed failed) : Exception(failed.Reason)
{
    public FetchFaultException(string reason)
        : this(new FetchResult.Failed(reason))
    {
    }

    public FetchResult.Failed Failed => failed;
}

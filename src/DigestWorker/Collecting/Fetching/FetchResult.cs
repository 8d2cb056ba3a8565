using System.Net;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Fetching;

/// <summary>What came of asking for an address once.</summary>
internal abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>What an answer without content, or none, means for the source.</summary>
    public abstract ReadResult ToRead();

    internal sealed record Fetched(Answer Answer) : FetchResult
    {
        public override ReadResult ToRead() => throw new InvalidOperationException("An answer has to be read first.");
    }

    internal sealed record NotModified : FetchResult
    {
        public TimeSpan? FreshFor { get; init; }

        public override ReadResult ToRead() => new ReadResult.NotModified { FreshFor = FreshFor };
    }

    /// <param name="Reason">One sentence that tells the admin what is wrong.</param>
    /// <param name="Refusal">What the server said; null where the fault lies on the way to it.</param>
    internal sealed record Failed(string Reason, Refusal? Refusal = null) : FetchResult
    {
        public Trouble Trouble { get; init; } = Trouble.Failing;

        /// <summary>No sooner, as the server itself asks; null where it does not say.</summary>
        public DateTimeOffset? RetryAt { get; init; }

        public override ReadResult.Failed ToRead() => new(Reason) { Trouble = Trouble, RetryAt = RetryAt };
    }
}

/// <summary>What a server or a file gave, unpacked, before anything is known about it.</summary>
/// <param name="Address">Where it came from in the end; relative links count from here.</param>
/// <param name="MovedTo">Where the server says for good that the source now lives.</param>
/// <param name="Total">How many entries there are on all pages, where a header says so.</param>
internal sealed record Answer(
    byte[] Bytes,
    string? ContentType,
    Uri Address,
    Validators? Validators = null,
    Uri? MovedTo = null,
    int? Total = null)
{
    /// <summary>How long the server says that asking again is useless; null where it says nothing.</summary>
    public TimeSpan? FreshFor { get; init; }
}

/// <summary>An answer that is not the one asked for, such as 404 or 422. Its body may say why.</summary>
internal sealed record Refusal(HttpStatusCode Status, Answer Answer);

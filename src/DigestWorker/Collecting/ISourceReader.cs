using DigestWorker.Domain;

namespace DigestWorker.Collecting;

/// <summary>Reads one kind of source. Never throws for what a source does wrong: that is a <see cref="ReadResult.Failed"/>.</summary>
internal interface ISourceReader
{
    SourceKind Kind { get; }

    /// <param name="since">The validators of the last whole read, to be told "not modified"; null reads afresh.</param>
    Task<ReadResult> ReadAsync(Source source, Validators? since, CancellationToken cancellationToken);
}

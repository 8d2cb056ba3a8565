using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Matching;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Reads a source as collecting would, and stores nothing.</summary>
internal sealed class CheckSource(IEnumerable<ISourceReader> readers, Database database, Sources sources, TimeProvider time)
{
    public Task<ReadResult> ReadAsync(Source source, CancellationToken cancellationToken) =>
        readers.FirstOrDefault(reader => reader.Kind == source.Kind) is { } found
            ? found.ReadAsync(source, since: null, cancellationToken)
            : Task.FromResult<ReadResult>(new ReadResult.Failed($"no reader is built in for sources of kind {source.Kind}"));

    /// <returns>For each entry in order: whether it is known, and when it would be news.</returns>
    public IReadOnlyList<ForeseenEntry> Foresee(Source source, ReadResult.Read read)
    {
        var visit = new SourceVisit(source, sources.Remember(source), time.GetUtcNow());
        using var connection = database.Open();
        var known = EntryKeys.Of(source, read.Entries, CanonicalUrl.Of).Select(entry => visit.Recognise(connection, entry)).ToList();
        var rule = new NewsRule(visit.Source.FirstReadAt is null, known.Count(one => one is null), visit.At);
        return [.. read.Entries.Zip(known, (entry, one) => new ForeseenEntry(entry, one is not null, one is null ? rule.NewsAt(entry) : null))];
    }
}

/// <param name="NewsAt">Null for what is known or would be a baseline without a date.</param>
internal sealed record ForeseenEntry(Entry Entry, bool IsKnown, DateTimeOffset? NewsAt);

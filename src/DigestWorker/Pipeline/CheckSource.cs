using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Matching;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Reads a source as collecting would, and stores nothing.</summary>
internal sealed class CheckSource(SourceReaders readers, Database database, Sources sources, TimeProvider time)
{
    /// <summary>Of any source, configured or not.</summary>
    public async Task<SourceTrial> TryAsync(Source source, CancellationToken cancellationToken) =>
        await readers[source.Kind].ReadAsync(source, since: null, cancellationToken) switch
        {
            ReadResult.Read read => new SourceTrial(read.Entries, read.Remarks, null),
            ReadResult.Failed failed => new SourceTrial([], [], failed.Reason),
            _ => new SourceTrial([], ["it is not modified"], null),
        };

    /// <returns>For each entry in order: whether it is known, and when it would be news.</returns>
    public IReadOnlyList<ForeseenEntry> Foresee(Source source, IReadOnlyList<Entry> entries)
    {
        var visit = new SourceVisit(source, sources.Remember(source), time.GetUtcNow());
        using var connection = database.Open();
        var known = visit.Recognise(connection, EntryKeys.Of(source, entries, CanonicalUrl.Of));
        var rule = visit.RuleFor(known.Count(one => one is null));
        return [.. entries.Zip(known, (entry, one) => new ForeseenEntry(entry, one is not null, one is null ? rule.NewsAt(entry) : null))];
    }
}

/// <param name="Fault">Why it could not be read; null when it could.</param>
internal sealed record SourceTrial(IReadOnlyList<Entry> Entries, IReadOnlyList<string> Remarks, string? Fault);

/// <param name="NewsAt">Null for what is known or would be a baseline without a date.</param>
internal sealed record ForeseenEntry(Entry Entry, bool IsKnown, DateTimeOffset? NewsAt);

using DigestWorker.Domain;

namespace DigestWorker.Collecting;

/// <summary>The reader of each kind of source.</summary>
internal sealed class SourceReaders(IEnumerable<ISourceReader> readers)
{
    private readonly Dictionary<SourceKind, ISourceReader> _readers = readers.ToDictionary(reader => reader.Kind);

    public ISourceReader this[SourceKind kind] => _readers[kind];
}

using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Who is to have an edition. They may be a million: held is what each digest would cover, and who they are is read batch by batch.</summary>
internal sealed class Readership(Subscribers subscribers)
{
    private readonly Dictionary<long, (DigestWindow Window, bool IsNew)> _readers = [];
    private readonly HashSet<DigestWindow> _windows = [];
    private readonly List<(long Id, WaitsFor WaitsFor)> _waiting = [];
    private IdRange _range = new(long.MaxValue, 0);

    public bool IsEmpty => _readers.Count == 0;

    /// <summary>Where the earliest of the windows begins.</summary>
    public DateTimeOffset From => _windows.Min(window => window.From);

    /// <summary>Whoever wants none now, and why.</summary>
    public IReadOnlyList<(long Id, WaitsFor WaitsFor)> Waiting => _waiting;

    public void Add(Unserved one)
    {
        // There are few different windows.
        if (!_windows.TryGetValue(one.Window, out var window))
        {
            _windows.Add(window = one.Window);
        }

        var id = one.Subscriber.Id;
        _readers.Add(id, (window, one.IsNew));
        _range = new IdRange(Math.Min(_range.First, id), Math.Max(_range.Last, id));
    }

    public void Add(long id, WaitsFor waitsFor) => _waiting.Add((id, waitsFor));

    /// <returns>In the order of their ids; whoever has left meanwhile is left out.</returns>
    public IEnumerable<IReadOnlyList<Unserved>> InBatches() => IsEmpty
        ? []
        : subscribers.InBatches(_range).Select(Of).Where(batch => batch.Count > 0);

    public IReadOnlyList<Unserved> All() => [.. InBatches().SelectMany(batch => batch)];

    private IReadOnlyList<Unserved> Of(IReadOnlyList<Subscriber> batch) =>
        [.. from subscriber in batch where _readers.ContainsKey(subscriber.Id) let reader = _readers[subscriber.Id] select new Unserved(subscriber, reader.Window, reader.IsNew)];
}

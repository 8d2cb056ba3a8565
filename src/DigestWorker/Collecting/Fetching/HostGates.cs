using System.Collections.Concurrent;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Lets only so many fetches at a time through to one host. Hosts come from the settings, so they are few.</summary>
internal sealed class HostGates(int places)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The place, given back when disposed of.</returns>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(host, _ => new SemaphoreSlim(places));
        await gate.WaitAsync(cancellationToken);
        return new Place(gate);
    }

    private sealed class Place(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

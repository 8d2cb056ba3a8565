using System.Collections.Concurrent;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Lets only so many requests at a time through to one host, and each only some time after the one before.</summary>
internal sealed class HostGates(int places, TimeSpan spacing, Func<string, TimeSpan, TimeSpan?> turns, TimeProvider clock)
{
    private const int MostHosts = 1000;

    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The place, given back when disposed of.</returns>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        // Links and redirects can name any number of hosts.
        if (_gates.Count >= MostHosts)
        {
            _gates.Clear();
        }

        var gate = _gates.GetOrAdd(host, _ => new Gate(places, clock));
        await gate.EnterAsync(() => spacing == TimeSpan.Zero ? TimeSpan.Zero : turns(host, spacing) ?? gate.Wait(spacing), cancellationToken);
        return gate;
    }

    private sealed class Gate(int places, TimeProvider clock) : IDisposable
    {
        private readonly SemaphoreSlim _places = new(places);
        private readonly Lock _lock = new();
        private readonly long _opened = clock.GetTimestamp();
        private TimeSpan _next;

        public async Task EnterAsync(Func<TimeSpan> wait, CancellationToken cancellationToken)
        {
            await _places.WaitAsync(cancellationToken);
            try
            {
                var turn = wait();
                await Task.Delay(turn > TimeSpan.Zero ? turn : TimeSpan.Zero, clock, cancellationToken);
            }
            catch
            {
                _places.Release();
                throw;
            }
        }

        public TimeSpan Wait(TimeSpan spacing)
        {
            lock (_lock)
            {
                var now = clock.GetElapsedTime(_opened);
                var start = _next > now ? _next : now;
                _next = start + spacing;
                return start - now;
            }
        }

        public void Dispose() => _places.Release();
    }
}

using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>How long one fetch may take in all. Waiting for a turn at a host is our own doing and does not count.</summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _end;
    private readonly CancellationTokenRegistration _stopping;
    private TimeSpan _left;
    private long _since;

    private Patience(TimeSpan limit, TimeProvider clock, CancellationToken stop)
    {
        (_left, _clock, _stop, _since) = (limit, clock, stop, clock.GetTimestamp());
        _end = new CancellationTokenSource(limit, clock);
        _stopping = stop.UnsafeRegister(end => ((CancellationTokenSource)end!).Cancel(), _end);
    }

    public CancellationToken Token => _end.Token;

    /// <summary>Makes a fault on the way into a result; a stop of the program is none.</summary>
    public static async Task<FetchResult> TryAsync(
        Func<Patience, Task<FetchResult>> fetch, CollectingSettings settings, TimeProvider clock, CancellationToken stop)
    {
        using var patience = new Patience(TimeSpan.FromSeconds(settings.TimeoutSeconds), clock, stop);
        try
        {
            return await fetch(patience);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested && patience.InWords(fault, settings) is { } failed)
        {
            return failed;
        }
    }

    public Task<T> PausedAsync<T>(Func<CancellationToken, Task<T>> wait)
    {
        var waiting = wait(_stop);
        return waiting.IsCompletedSuccessfully ? waiting : PausedAsync(waiting);
    }

    private async Task<T> PausedAsync<T>(Task<T> waiting)
    {
        _left -= _clock.GetElapsedTime(_since);
        _end.CancelAfter(Timeout.InfiniteTimeSpan);
        var result = await waiting;
        _since = _clock.GetTimestamp();
        _end.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        return result;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _end.Dispose();
    }

    private FetchResult.Failed? InWords(Exception fault, CollectingSettings settings) =>
        _end.IsCancellationRequested
            ? new FetchResult.Failed($"it did not answer in full within {settings.TimeoutSeconds} seconds")
            : FetchFaults.Of(fault);
}

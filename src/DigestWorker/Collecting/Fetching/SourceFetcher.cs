using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Fetches a source from the web or from a file, within the time and size that the settings allow.</summary>
internal sealed class SourceFetcher(HttpClient http, CollectingSettings settings, TimeProvider clock)
{
    private readonly HostGates _gates = new(settings.ConcurrencyPerHost);
    private readonly WebFetch _web = new(http, settings);

    /// <exception cref="OperationCanceledException">The program stops; that is no fault of the source.</exception>
    public async Task<FetchResult> FetchAsync(Uri address, Validators? since, CancellationToken cancellationToken)
    {
        using var turn = await _gates.EnterAsync(address.Host, cancellationToken);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return address.IsFile
                ? await LocalFile.ReadAsync(address, settings.MaxMegabytes, either.Token)
                : await _web.FetchAsync(address, since, either.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && InWords(fault, timeout.IsCancellationRequested) is { } reason)
        {
            return new FetchResult.Failed(reason);
        }
    }

    private string? InWords(Exception fault, bool timedOut) =>
        timedOut ? $"it did not answer in full within {settings.TimeoutSeconds} seconds" : FetchFaults.InWords(fault);
}

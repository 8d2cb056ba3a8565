using DigestWorker.Collecting.Fetching.Robots;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Fetches a source from the web or from a file, within the time and size that the settings allow.</summary>
internal sealed class SourceFetcher
{
    private readonly CollectingSettings _settings;
    private readonly TimeProvider _clock;
    private readonly WebFetch _web;
    private readonly RobotsFiles _robots;

    /// <param name="turns">How long to wait for a turn at a host that all processes share; null where this one counts for itself.</param>
    public SourceFetcher(HttpClient http, CollectingSettings settings, Func<string, TimeSpan, TimeSpan?> turns, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _web = new WebFetch(http, settings, turns, clock);
        _robots = new RobotsFiles((address, token) => FetchAsync(address, since: null, token), clock);
    }

    /// <summary>For what is made for programs: feeds, APIs and files.</summary>
    /// <exception cref="OperationCanceledException">The program stops; that is no fault of the source.</exception>
    public Task<FetchResult> FetchAsync(Uri address, Validators? since, CancellationToken cancellationToken) =>
        address.IsFile
            ? TryAsync(patience => LocalFile.ReadAsync(address, _settings.MaxMegabytes, patience.Token), cancellationToken)
            : TryAsync(patience => _web.FetchAsync(address, since, patience), cancellationToken);

    /// <summary>For web pages, which robots.txt may close to programs.</summary>
    /// <exception cref="OperationCanceledException">The program stops; that is no fault of the source.</exception>
    public Task<FetchResult> FetchPageAsync(Uri address, Validators? since, CancellationToken cancellationToken) =>
        address.IsFile
            ? FetchAsync(address, since, cancellationToken)
            : TryAsync(patience => _web.FetchAsync(address, since, patience, _robots.ObjectionAsync), cancellationToken);

    private Task<FetchResult> TryAsync(Func<Patience, Task<FetchResult>> fetch, CancellationToken cancellationToken) =>
        Patience.TryAsync(fetch, _settings, _clock, cancellationToken);
}

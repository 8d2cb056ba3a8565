using System.Net;
using DigestWorker.Settings;
using Polly;
using Polly.Retry;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Sends requests, each in its turn, and twice again where the fault is of the passing kind. A body that has begun is never asked for again.</summary>
internal sealed class Exchanges(HttpClient http, CollectingSettings settings, Func<string, TimeSpan, TimeSpan?> turns, TimeProvider clock)
{
    // Linear with a quarter of jitter: 1.1 to 1.9 seconds, then 2.2 to 3.8.
    private const int Retries = 2;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1.5);

    private readonly HostGates _gates = new(settings.ConcurrencyPerHost, TimeSpan.FromSeconds(settings.SecondsBetweenRequests), turns, clock);

    private readonly ResiliencePipeline<Exchange> _retrying = new ResiliencePipelineBuilder<Exchange> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<Exchange>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Linear,
            Delay = RetryDelay,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(IsPassing(attempt.Outcome.Result?.Response) || IsPassing(attempt.Outcome.Exception)),
        })
        .Build();

    public ValueTask<Exchange> SendAsync(Uri address, Validators? since, Patience patience) =>
        _retrying.ExecuteAsync(_ => new ValueTask<Exchange>(SendOnceAsync(address, since, patience)), patience.Token);

    private async Task<Exchange> SendOnceAsync(Uri address, Validators? since, Patience patience)
    {
        var turn = await patience.PausedAsync(stop => _gates.EnterAsync(address.Host, stop));
        try
        {
            using var request = SourceRequest.For(address, since);
            return new Exchange(await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private static bool IsPassing(HttpResponseMessage? response) =>
        response is { StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout }
            or { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: null };

    private static bool IsPassing(Exception? fault) => fault switch
    {
        null or { InnerException: FetchFaultException } => false,
        HttpRequestException { HttpRequestError: var error } =>
            error is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.Unknown
            // What another answer left behind on a connection that was kept open.
            or HttpRequestError.InvalidResponse,
        _ => FetchFaults.IsConnectTimeout(fault),
    };
}

using System.Net;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>One GET with its redirects.</summary>
internal sealed class WebFetch(HttpClient http, CollectingSettings settings, Func<string, TimeSpan, TimeSpan?> turns, TimeProvider clock)
{
    private const int MostRedirects = 5;
    private const int RefusalMegabytes = 1;

    private readonly Exchanges _exchanges = new(http, settings, turns, clock);

    /// <param name="objection">Asked before each request, those that follow a redirect too; null lets it go ahead.</param>
    public async Task<FetchResult> FetchAsync(
        Uri address, Validators? since, Patience patience, Func<Uri, CancellationToken, Task<FetchResult.Failed?>>? objection = null)
    {
        var hop = new Hop(address, MovedTo: null, IsForGood: true);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (objection is not null && await patience.PausedAsync(stop => objection(hop.Address, stop)) is { } failed)
            {
                return failed;
            }

            using var exchange = await _exchanges.SendAsync(hop.Address, since, patience);
            if (hop.After(exchange.Response) is not { } next)
            {
                return await ResultAsync(exchange.Response, hop, since, patience.Token);
            }

            hop = next;
        }

        throw new FetchFaultException($"the server redirects more than {MostRedirects} times, perhaps in a circle");
    }

    private async Task<FetchResult> ResultAsync(HttpResponseMessage response, Hop hop, Validators? since, CancellationToken cancellationToken) =>
        response.StatusCode switch
        {
            HttpStatusCode.NotModified when since is not null => new FetchResult.NotModified { FreshFor = ServerTimes.FreshFor(response, clock.GetUtcNow()) },
            HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation =>
                new FetchResult.Fetched(await AnswerAsync(response, hop, settings.MaxMegabytes, cancellationToken)),
            var status => new FetchResult.Failed(StatusWords.Of(status), await RefusalAsync(response, hop, cancellationToken))
            {
                Trouble = StatusTrouble.Of(response, hop.Address),
                RetryAt = ServerTimes.RetryAt(response, clock.GetUtcNow()),
            },
        };

    /// <summary>The status says what is wrong; a body that cannot be read adds nothing to it.</summary>
    private async Task<Refusal> RefusalAsync(HttpResponseMessage response, Hop hop, CancellationToken cancellationToken)
    {
        try
        {
            return new(response.StatusCode, await AnswerAsync(response, hop, RefusalMegabytes, cancellationToken));
        }
        catch (Exception fault) when (FetchFaults.Of(fault) is not null)
        {
            return new(response.StatusCode, new Answer([], ContentType: null, hop.Address));
        }
    }

    private async Task<Answer> AnswerAsync(HttpResponseMessage response, Hop hop, int maxMegabytes, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var packed = await BoundedBytes.ReadAsync(body, maxMegabytes, cancellationToken);
        var bytes = await Packing.UnpackAsync(packed, SourceRequest.Header(response, "Content-Encoding"), maxMegabytes, cancellationToken);
        return new Answer(bytes, SourceRequest.Header(response, "Content-Type"), hop.Address, SourceRequest.ValidatorsOf(response), hop.MovedTo)
        {
            FreshFor = ServerTimes.FreshFor(response, clock.GetUtcNow()),
            Total = SourceRequest.TotalOf(response),
        };
    }
}

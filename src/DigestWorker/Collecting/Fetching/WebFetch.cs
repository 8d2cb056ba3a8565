using System.Net;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>One GET with its redirects.</summary>
internal sealed class WebFetch(HttpClient http, CollectingSettings settings)
{
    private const int MostRedirects = 5;
    private const int RefusalMegabytes = 1;

    public async Task<FetchResult> FetchAsync(Uri address, Validators? since, CancellationToken cancellationToken)
    {
        var hop = new Hop(address, MovedTo: null, IsForGood: true);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = SourceRequest.For(hop.Address, since);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (hop.After(response) is not { } next)
            {
                return response.StatusCode switch
                {
                    HttpStatusCode.NotModified when since is not null => new FetchResult.NotModified(),
                    HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation =>
                        new FetchResult.Fetched(await AnswerAsync(response, hop, settings.MaxMegabytes, cancellationToken)),
                    var status => new FetchResult.Failed(StatusWords.Of(status), await RefusalAsync(response, hop, cancellationToken)),
                };
            }

            hop = next;
        }

        throw new FetchFaultException($"the server redirects more than {MostRedirects} times, perhaps in a circle");
    }

    /// <summary>The status says what is wrong; a body that cannot be read adds nothing to it.</summary>
    private static async Task<Refusal> RefusalAsync(HttpResponseMessage response, Hop hop, CancellationToken cancellationToken)
    {
        try
        {
            return new(response.StatusCode, await AnswerAsync(response, hop, RefusalMegabytes, cancellationToken));
        }
        catch (Exception fault) when (FetchFaults.InWords(fault) is not null)
        {
            return new(response.StatusCode, new Answer([], ContentType: null, hop.Address));
        }
    }

    private static async Task<Answer> AnswerAsync(HttpResponseMessage response, Hop hop, int maxMegabytes, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var packed = await BoundedBytes.ReadAsync(body, maxMegabytes, cancellationToken);
        var bytes = await Packing.UnpackAsync(packed, SourceRequest.Header(response, "Content-Encoding"), maxMegabytes, cancellationToken);
        return new Answer(bytes, SourceRequest.Header(response, "Content-Type"), hop.Address, SourceRequest.ValidatorsOf(response), hop.MovedTo)
        {
            Total = SourceRequest.TotalOf(response),
        };
    }
}

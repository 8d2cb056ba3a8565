using System.Net;
using DigestWorker.Settings;

namespace DigestWorker.Collecting.Fetching;

/// <summary>One GET with its redirects.</summary>
internal sealed class WebFetch(HttpClient http, CollectingSettings settings)
{
    private const int MostRedirects = 5;

    public async Task<FetchResult> FetchAsync(Uri address, Validators? since, CancellationToken cancellationToken)
    {
        var hop = new Hop(address, MovedTo: null, IsForGood: true);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = SourceRequest.For(hop.Address, since);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (hop.After(response) is not { } next)
            {
                return response.StatusCode is HttpStatusCode.NotModified && since is not null
                    ? new FetchResult.NotModified()
                    : new FetchResult.Fetched(await AnswerAsync(response, hop, cancellationToken));
            }

            hop = next;
        }

        throw new FetchFaultException($"the server redirects more than {MostRedirects} times, perhaps in a circle");
    }

    private async Task<Answer> AnswerAsync(HttpResponseMessage response, Hop hop, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation))
        {
            throw new FetchFaultException(StatusWords.Of(response.StatusCode));
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var packed = await BoundedBytes.ReadAsync(body, settings.MaxMegabytes, cancellationToken);
        var bytes = await Packing.UnpackAsync(packed, SourceRequest.Header(response, "Content-Encoding"), settings.MaxMegabytes, cancellationToken);
        return new Answer(bytes, SourceRequest.Header(response, "Content-Type"), hop.Address, SourceRequest.ValidatorsOf(response), hop.MovedTo);
    }
}

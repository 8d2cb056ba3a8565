using System.Net;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>Stands in for the web: answers every address alike, or never.</summary>
internal sealed class EveryAddress(HttpStatusCode status, byte[] body) : HttpMessageHandler
{
    private int _requests;

    public int Requests => _requests;

    public bool NeverAnswers { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        if (NeverAnswers)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
    }
}

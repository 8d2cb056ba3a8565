using System.Net;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>Stands in for the web: answers the addresses that it was told, and throws on any other.</summary>
internal sealed class CannedServer : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public CannedServer Answers(string address, HttpStatusCode status, params (string Name, string Value)[] headers) =>
        Answers(address, status, [], headers);

    public CannedServer Answers(string address, HttpStatusCode status, byte[] body, params (string Name, string Value)[] headers)
    {
        _answers[address] = () => Response(status, body, headers);
        return this;
    }

    public CannedServer Fails(string address, Exception fault)
    {
        _answers[address] = () => throw fault;
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(_answers[request.RequestUri!.AbsoluteUri]());
    }

    private static HttpResponseMessage Response(HttpStatusCode status, byte[] body, (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
        {
            _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}

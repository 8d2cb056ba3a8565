using System.Net;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>Stands in for the web: answers the addresses that it was told, and throws on any other. Sites have no robots.txt unless it was told one.</summary>
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

    /// <summary>One after the other; the last for good.</summary>
    public CannedServer AnswersInTurn(string address, params HttpStatusCode[] statuses)
    {
        var left = new Queue<HttpStatusCode>(statuses);
        _answers[address] = () => Response(left.Count > 1 ? left.Dequeue() : left.Peek(), AFetcher.FeedBytes, []);
        return this;
    }

    public CannedServer Fails(string address, Exception fault)
    {
        _answers[address] = () => throw fault;
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/robots.txt" && !_answers.ContainsKey(request.RequestUri.AbsoluteUri))
        {
            return Task.FromResult(Response(HttpStatusCode.NotFound, [], []));
        }

        Requests.Add(request);
        return Task.FromResult(_answers[request.RequestUri.AbsoluteUri]());
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

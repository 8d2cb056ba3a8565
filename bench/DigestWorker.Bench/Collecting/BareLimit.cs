using System.Diagnostics;
using System.Net;
using System.Xml;

namespace DigestWorker.Bench.Collecting;

/// <summary>The least that fetching feeds and taking their fields apart can cost, with nothing understood, checked or kept.</summary>
internal sealed class BareLimit(string address, int feeds) : IDisposable
{
    private const int AtOnce = 8;

    private readonly HttpClient _kept = new();

    public void Dispose() => _kept.Dispose();

    /// <returns>Seconds to fetch every feed and to take each text in it as a string.</returns>
    public Task<double> ReadAsync() => EachAsync(_kept, async (http, feed, token) =>
    {
        using var body = new MemoryStream(await http.GetByteArrayAsync(new Uri($"{address}/{feed}"), token));
        using var reader = XmlReader.Create(body);
        var fields = new List<string>();
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text)
            {
                fields.Add(reader.Value);
            }
        }
    });

    /// <returns>Seconds to be told of every feed that it has not changed, by a client that opens its connections first.</returns>
    public async Task<double> UnchangedAsync()
    {
        using var http = new HttpClient();
        return await EachAsync(http, AskAsync);
    }

    /// <returns>The same by one whose connections are open still.</returns>
    public Task<double> UnchangedAgainAsync() => EachAsync(_kept, AskAsync);

    private async Task AskAsync(HttpClient http, int feed, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/{feed}");
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{feed}\"");
        using var answer = await http.SendAsync(request, token);
        if (answer.StatusCode != HttpStatusCode.NotModified)
        {
            throw new InvalidOperationException($"Feed {feed} is told as changed: {answer.StatusCode}.");
        }
    }

    private async Task<double> EachAsync(HttpClient http, Func<HttpClient, int, CancellationToken, Task> read)
    {
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, feeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (feed, token) => await read(http, feed, token));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

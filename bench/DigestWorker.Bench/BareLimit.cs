using System.Diagnostics;
using System.Net;
using System.Xml;

namespace DigestWorker.Bench;

/// <summary>The least that fetching feeds and taking their fields apart can cost, with nothing understood, checked or kept, over connections that stay open.</summary>
internal sealed class BareLimit(string address, int feeds) : IDisposable
{
    private const int AtOnce = 8;

    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    /// <returns>Seconds to fetch every feed and to take each text in it as a string.</returns>
    public Task<double> ReadAsync() => EachAsync(async (feed, token) =>
    {
        using var body = new MemoryStream(await _http.GetByteArrayAsync(new Uri($"{address}/{feed}"), token));
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

    /// <returns>Seconds to be told of every feed that it has not changed.</returns>
    public Task<double> UnchangedAsync() => EachAsync(async (feed, token) =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/{feed}");
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{feed}\"");
        using var answer = await _http.SendAsync(request, token);
        if (answer.StatusCode != HttpStatusCode.NotModified)
        {
            throw new InvalidOperationException($"Feed {feed} is told as changed: {answer.StatusCode}.");
        }
    });

    private async Task<double> EachAsync(Func<int, CancellationToken, Task> read)
    {
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, feeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (feed, token) => await read(feed, token));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

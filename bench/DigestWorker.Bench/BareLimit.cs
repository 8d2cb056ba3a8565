using System.Diagnostics;
using System.Xml;

namespace DigestWorker.Bench;

/// <summary>The least that fetching feeds and taking their fields apart can cost, with nothing understood, checked or kept.</summary>
internal static class BareLimit
{
    private const int AtOnce = 8;

    /// <returns>Seconds to fetch every feed and to take each text in it as a string.</returns>
    public static Task<double> ReadAsync(string address, int feeds) => EachAsync(feeds, async (http, feed, token) =>
    {
        await using var body = await http.GetStreamAsync(new Uri($"{address}/{feed}"), token);
        using var reader = XmlReader.Create(body, new XmlReaderSettings { Async = true });
        var fields = new List<string>();
        while (await reader.ReadAsync())
        {
            if (reader.NodeType is XmlNodeType.Text)
            {
                fields.Add(await reader.GetValueAsync());
            }
        }
    });

    /// <returns>Seconds to be told of every feed that it has not changed.</returns>
    public static Task<double> UnchangedAsync(string address, int feeds) => EachAsync(feeds, async (http, feed, token) =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/{feed}");
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{feed}\"");
        using var answer = await http.SendAsync(request, token);
    });

    private static async Task<double> EachAsync(int feeds, Func<HttpClient, int, CancellationToken, Task> read)
    {
        using var http = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, feeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (feed, token) => await read(http, feed, token));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

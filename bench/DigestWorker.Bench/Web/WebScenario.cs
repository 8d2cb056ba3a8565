using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dapper;
using DigestWorker.Bench.Sending;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Storage;
using DigestWorker.Web;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Web;

/// <summary>
/// The readers' pages on loopback: how soon the largest is there among many subscribers, and how many people can stop the digest
/// in a second while the same process sends an edition.
/// </summary>
internal static class WebScenario
{
    private const int Looks = 2_000, WarmUp = 200, Connections = 16, Entries = 10;

    private static readonly TimeSpan StopFor = TimeSpan.FromSeconds(5);

    public static async Task<Measure[]> RunAsync(int subscribers, int mails)
    {
        using var edition = await PublishedEdition.OfAsync(subscribers, at => $"Area {at % 30}", Entries, ("http://127.0.0.1:8025", null));
        var tokens = Tokens(edition.Services, mails);
        var surface = edition.Services.GetRequiredService<WebSurface>();
        await surface.StartAsync(CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(surface.Address!) };
        Measure[] measures = [.. await LookAsync(http, tokens), .. await StopAsync(http, tokens, edition.Services, mails)];
        await surface.StopAsync(CancellationToken.None);
        return measures;
    }

    private static async Task<Measure[]> LookAsync(HttpClient http, string[] tokens)
    {
        var milliseconds = new List<double>();
        for (var at = 0; at < WarmUp + Looks; at++)
        {
            using var request = Request(HttpMethod.Get, $"p/{tokens[at * 7 % tokens.Length]}", at);
            var started = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
        }

        double[] sorted = [.. milliseconds.Skip(WarmUp).Order()];
        return
        [
            new Measure("Preferences page, half within", sorted[Looks / 2], 20, "ms"),
            new Measure("  95 of 100 within", sorted[Looks * 95 / 100], 20, "ms"),
        ];
    }

    /// <summary>Whoever stops is another each time; of the queued digests nothing but those of the people who stay goes out.</summary>
    private static async Task<Measure[]> StopAsync(HttpClient http, string[] tokens, IServiceProvider services, int mails)
    {
        using var sink = new MailSink();
        Keep(services, mails);
        var order = SmtpOrder.To(sink.Port, connections: 8);
        var sending = Task.Run(() => services.GetRequiredService<SendDeliveries>().RunAsync(order, progress: null, CancellationToken.None));
        while (sink.Taken == 0 && !sending.IsCompleted)
        {
            await Task.Delay(5);
        }

        var (next, started) = (0, Stopwatch.GetTimestamp());
        await Parallel.ForAsync(0, Connections, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (_, token) =>
        {
            while (Stopwatch.GetElapsedTime(started) < StopFor && Interlocked.Increment(ref next) is var at && at <= tokens.Length)
            {
                using var request = Request(HttpMethod.Post, $"u/{tokens[^at]}", at);
                request.Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
                using var answer = await http.SendAsync(request, token);
                answer.EnsureSuccessStatusCode();
            }
        });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (wasSending, sent, stopped) = (!sending.IsCompleted, sink.Taken, Stopped(services));
        await sending;
        if (stopped != Math.Min(next, tokens.Length))
        {
            throw new InvalidOperationException($"Of {next} people who stopped {stopped} are stopped.");
        }

        return
        [
            new Measure($"A thousand one-click stops over {Connections} connections while mails go out", 1_000 * seconds / stopped, 1, "s")
            {
                Detail = $"{stopped / seconds:N0} stops and {sent / seconds:N0} mails a second",
            },
            new Measure("  the sending had ended before (1), had not (0)", wasSending ? 0 : 1, 0, ""),
        ];
    }

    // Each request from another client, as a proxy would say, since one alone may read only so often.
    private static HttpRequestMessage Request(HttpMethod method, string path, int client)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{client / 65536 % 256}.{client / 256 % 256}.{client % 256}"));
        return request;
    }

    private static string[] Tokens(IServiceProvider services, int count)
    {
        using var connection = services.GetRequiredService<Database>().Open();
        return [.. connection.Query<string>("select token from subscriber order by id desc limit @count", new { count })];
    }

    private static int Stopped(IServiceProvider services)
    {
        using var connection = services.GetRequiredService<Database>().Open();
        return connection.ExecuteScalar<int>("select count(*) from subscriber where state = 'Unsubscribed'");
    }

    // The first were composed for the first subscribers, and those who stop are the last.
    private static void Keep(IServiceProvider services, int mails) => services.GetRequiredService<Database>().InTransaction(connection =>
        connection.Execute("delete from delivery where id not in (select id from delivery order by id limit @mails)", new { mails }));
}

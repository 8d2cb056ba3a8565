using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class SlowAndCutAnswerTests
{
    private const string Headers = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n";

    private static readonly CollectingSettings Impatient = new() { TimeoutSeconds = 1, AllowPrivateAddresses = true };

    private static readonly CollectingSettings Patient = new() { SecondsBetweenRequests = 0, AllowPrivateAddresses = true };

    [Fact]
    public async Task A_server_that_says_nothing_is_left() =>
        Assert.Equal("it did not answer in full within 1 seconds", await ReasonAsync((_, token) => Task.Delay(Timeout.Infinite, token)));

    [Fact]
    public async Task A_server_that_does_not_begin_to_answer_is_left_before_the_whole_time_is_over()
    {
        await using var server = new RawServer((_, token) => Task.Delay(Timeout.Infinite, token));
        var fetcher = AFetcher.On(CollectingHttp.Handler(Patient), Patient, untilHeaders: TimeSpan.FromMilliseconds(200));

        Assert.Equal("the server took the request but did not begin to answer within 30 seconds", await ReasonAsync(fetcher, server.Address));
    }

    [Fact]
    public async Task A_body_may_take_longer_than_its_headers()
    {
        await using var server = new RawServer(async (stream, token) =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<rss>", token);
            await Task.Delay(600, token);
            await WriteAsync(stream, "</rss>", token);
        });
        var fetcher = AFetcher.On(CollectingHttp.Handler(Patient), Patient, untilHeaders: TimeSpan.FromMilliseconds(300));

        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(server.Address, since: null, CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_takes_no_connection_is_told_from_one_that_does_not_answer()
    {
        var handler = CollectingHttp.Handler(Patient);
        handler.ConnectTimeout = TimeSpan.FromMilliseconds(200);
        handler.ConnectCallback = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Stream.Null;
        };

        Assert.Equal("no connection could be made within 10 seconds", await ReasonAsync(AFetcher.On(handler, Patient), new("http://example.org/feed")));
    }

    [Fact]
    public async Task A_slow_drip_ends() =>
        Assert.Equal("it did not answer in full within 1 seconds", await ReasonAsync(DripAsync));

    [Fact]
    public async Task A_cut_answer_is_a_fault() =>
        Assert.Equal("the connection ended before the whole answer had arrived", await ReasonAsync((stream, token) => WriteAsync(stream, $"{Headers}<rss>", token)));

    [Fact]
    public async Task What_is_no_http_is_a_fault() =>
        Assert.Equal("its answer is no valid HTTP", await ReasonAsync((stream, token) => WriteAsync(stream, "220 mail.example.org ESMTP\r\n", token)));

    [Fact]
    public async Task A_shutdown_is_no_fault_of_the_source()
    {
        await using var server = new RawServer((_, token) => Task.Delay(Timeout.Infinite, token));
        using var shutdown = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AFetcher.OnNetwork().FetchAsync(server.Address, since: null, shutdown.Token));
    }

    [Fact]
    public async Task One_host_is_asked_only_so_many_things_at_a_time()
    {
        await using var server = new RawServer(async (stream, token) =>
        {
            await Task.Delay(50, token);
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<rss/>", token);
        });
        var fetcher = AFetcher.OnNetwork(new() { ConcurrencyPerHost = 2, SecondsBetweenRequests = 0, AllowPrivateAddresses = true });

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fetcher.FetchAsync(server.Address, since: null, CancellationToken.None)));

        Assert.All(results, result => Assert.IsType<FetchResult.Fetched>(result));
        Assert.Equal(2, server.MostOpen);
    }

    private static async Task<string> ReasonAsync(Func<NetworkStream, CancellationToken, Task> answer)
    {
        await using var server = new RawServer(answer);
        return await ReasonAsync(AFetcher.OnNetwork(Impatient), server.Address);
    }

    private static async Task<string> ReasonAsync(SourceFetcher fetcher, Uri address)
    {
        var started = Stopwatch.GetTimestamp();

        var result = await fetcher.FetchAsync(address, since: null, CancellationToken.None);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        return Assert.IsType<FetchResult.Failed>(result).Reason;
    }

    private static async Task DripAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, Headers, cancellationToken);
        while (true)
        {
            await WriteAsync(stream, " ", cancellationToken);
            await Task.Delay(100, cancellationToken);
        }
    }

    private static Task WriteAsync(NetworkStream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken).AsTask();
}

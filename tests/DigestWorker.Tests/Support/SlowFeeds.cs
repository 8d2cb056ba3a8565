using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Tests.Support;

/// <summary>A web server on loopback: every path is a feed of one entry, which takes a while, and the server keeps count of who asks for it.</summary>
internal sealed class SlowFeeds : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TimeSpan _delay;
    private readonly TaskCompletionSource _goingOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _atOnce, _mostAtOnce, _most = int.MaxValue;

    private SlowFeeds(TimeSpan delay)
    {
        _delay = delay;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public string Address => _application.Urls.First();

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public int MostAtOnce => _mostAtOnce;

    public static async Task<SlowFeeds> StartAsync(TimeSpan delay)
    {
        var server = new SlowFeeds(delay);
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>So many more are answered, and the others once it is told to go on.</summary>
    public void HoldAfter(int more) => _most = Requests.Count + more;

    public void GoOn() => _goingOn.TrySetResult();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue(new Asked(path, context.Request.Headers.UserAgent.ToString(), TimeProvider.System.GetUtcNow()));
        var asked = Requests.Count;
        var atOnce = Interlocked.Increment(ref _atOnce);
        _mostAtOnce = Math.Max(_mostAtOnce, atOnce);
        try
        {
            await Task.Delay(_delay, context.RequestAborted);
            await (asked > _most ? _goingOn.Task.WaitAsync(context.RequestAborted) : Task.CompletedTask);
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }

        await context.Response.WriteAsync(
            $"<rss version=\"2.0\"><channel><title>f</title><item><title>Referrals to children's social care at {path}</title><link>https://news.example.org{path}</link></item></channel></rss>",
            context.RequestAborted);
    }

    internal sealed record Asked(string Path, string By, DateTimeOffset At);
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Bench.Collecting;

/// <summary>Serves made-up RSS feeds from memory, with an ETag each, as fast as the machine can.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FeedServer(WebApplication application) => _application = application;

    public string Address => _application.Urls.First();

    public static async Task<FeedServer> StartAsync(int feeds, int entries)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var bodies = Enumerable.Range(0, feeds).Select(feed => Encoding.UTF8.GetBytes(SampleFeeds.Rss(feed, entries))).ToArray();
        application.Run(context => AnswerAsync(context, bodies));
        await application.StartAsync();
        return new FeedServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, byte[][] bodies)
    {
        var feed = int.Parse(context.Request.Path.Value!.AsSpan(1), CultureInfo.InvariantCulture);
        var tag = $"\"{feed}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/rss+xml";
        await context.Response.Body.WriteAsync(bodies[feed]);
    }
}

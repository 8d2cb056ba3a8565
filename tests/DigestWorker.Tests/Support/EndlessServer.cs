using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Tests.Support;

/// <summary>A web server on loopback whose feeds are small, far too large, packed far too large, or never come to an end.</summary>
internal sealed class EndlessServer : IAsyncDisposable
{
    private const int Megabyte = 1_000_000, Megabytes = 200;

    private const string Opening = "<rss version=\"2.0\"><channel><title>Feed</title><link>https://feed.example.org/</link>";
    private const string Entry = "<item><title>Grooming</title></item>";

    private static readonly byte[] Beginning = Encoding.ASCII.GetBytes(Opening);
    private static readonly byte[] Small = Encoding.ASCII.GetBytes($"{Opening}{Entry}</channel></rss>");
    private static readonly byte[] Entries = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Entry, Megabyte / Entry.Length)));

    private readonly WebApplication _application;

    private EndlessServer(WebApplication application) => _application = application;

    public string Address => _application.Urls.First();

    public static async Task<EndlessServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new EndlessServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var (body, stop) = (context.Response.Body, context.RequestAborted);
        await (context.Request.Path.Value switch
        {
            "/large" => PourAsync(body, stop),
            "/packed" => PackAsync(context),
            "/drip" => DripAsync(body, stop),
            _ => body.WriteAsync(Small, stop).AsTask(),
        });
    }

    private static async Task PourAsync(Stream body, CancellationToken stop)
    {
        await body.WriteAsync(Beginning, stop);
        for (var sent = 0; sent < Megabytes; sent++)
        {
            await body.WriteAsync(Entries, stop);
        }
    }

    private static async Task PackAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packing = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await PourAsync(packing, context.RequestAborted);
    }

    private static async Task DripAsync(Stream body, CancellationToken stop)
    {
        await body.WriteAsync(Beginning, stop);
        while (true)
        {
            await body.FlushAsync(stop);
            await Task.Delay(100, stop);
            await body.WriteAsync(" "u8.ToArray(), stop);
        }
    }
}

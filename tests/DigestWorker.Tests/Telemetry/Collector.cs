using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Telemetry;

/// <summary>An OpenTelemetry collector on loopback that takes everything and remembers what it was told, by path.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Collector(WebApplication application) => _application = application;

    public ConcurrentQueue<(string Path, string Body, string? Key)> Told { get; } = [];

    public string Address => _application.Urls.Single();

    /// <param name="protocols">Those of gRPC are HTTP/2 alone, since nothing is agreed on without TLS.</param>
    public static async Task<Collector> StartAsync(HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listening => listening.Protocols = protocols)).UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var collector = new Collector(builder.Build());
        collector._application.Run(collector.TakeAsync);
        await collector._application.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public string BodiesAt(string path) => string.Concat(Told.Where(told => told.Path == path).Select(told => told.Body));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // An empty message behind its head of five bytes, and the status after it (grpc.github.io/grpc/core/md_doc__p_r_o_t_o_c_o_l-_h_t_t_p2.html).
    private static async Task AnswerGrpcAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    // The names in protobuf are plain text among bytes.
    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Told.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray()), context.Request.Headers["api-key"]));
        if (context.Request.ContentType == "application/grpc")
        {
            await AnswerGrpcAsync(context);
        }
    }
}

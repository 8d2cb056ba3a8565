using DigestWorker.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>Serves the pages that mails link to, while the service runs and a public address is set.</summary>
internal sealed class WebSurface(WebSettings settings, StopPages stop, DigestPages digests) : IHostedService, IAsyncDisposable
{
    private const int MostBytes = 4_096;

    private WebApplication? _application;

    /// <summary>Where it listens; null while it is off.</summary>
    public string? Address => _application?.Urls.First();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.PublicUrl is null)
        {
            return;
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        }).UseUrls(settings.Listen);
        builder.Services.AddRoutingCore();
        _application = builder.Build();
        _application.Use(Guard);
        _application.UseRouting();
        stop.Map(_application);
        digests.Map(_application);
        _application.MapFallback(Page.NotFound);
        await _application.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    // What a link opens is a person's own: nobody keeps it, indexes it or learns where the reader came from.
    private static Task Guard(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return next(context);
    }
}

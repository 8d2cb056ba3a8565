using DigestWorker.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace DigestWorker.Web;

/// <summary>Serves the pages that mails link to, while the service runs and a public address is set.</summary>
internal sealed class WebSurface(WebSettings settings, Routes routes, Gate gate) : IHostedService, IAsyncDisposable
{
    // Enough for any form but a list of people; that one says so at its route.
    private const int MostBytes = 16_384;

    private static readonly TimeSpan SlowestHead = TimeSpan.FromSeconds(10);

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
            kestrel.Limits.RequestHeadersTimeout = SlowestHead;
        }).UseUrls(settings.Listen);
        builder.Services.AddRoutingCore();
        gate.AddTo(builder.Services);
        _application = builder.Build();
        gate.PutBefore(_application);
        routes.Map(_application);
        await _application.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;
}

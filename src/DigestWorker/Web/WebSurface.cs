using DigestWorker.Settings;
using DigestWorker.Web.Listening;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
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

    /// <summary>Where the status page is shown to this machine; null while it is off.</summary>
    public string? StatusAddress => _application?.Urls.Last();

    public Task StartAsync(CancellationToken cancellationToken) => OpenAsync(addresses: null, cancellationToken);

    /// <summary>Does nothing where it is open already.</summary>
    /// <param name="addresses">Outlive this host; null where it opens its own.</param>
    public async Task OpenAsync(HeldAddresses? addresses, CancellationToken cancellationToken)
    {
        if (settings.PublicUrl is null || _application is not null)
        {
            return;
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.RequestHeadersTimeout = SlowestHead;
        }).UseUrls(settings.Listen, settings.StatusListen);
        if (addresses is not null)
        {
            builder.Services.AddSingleton<IConnectionListenerFactory>(addresses);
        }

        builder.Services.AddRoutingCore();
        gate.AddTo(builder.Services);
        _application = builder.Build();
        gate.PutBefore(_application);
        routes.Map(_application);
        await _application.StartAsync(cancellationToken);
        gate.StatusPort = new Uri(StatusAddress!, UriKind.Absolute).Port;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;
}

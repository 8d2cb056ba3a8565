using System.Data.Common;
using System.Net;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace DigestWorker.Web;

/// <summary>What every request passes before it reaches a page: who asks, under which name, how often, and what goes back with the answer.</summary>
internal sealed partial class Gate(WebSettings settings, Pages pages, Database database, ILogger<Gate> logger)
{
    /// <summary>Known once the surface listens: what comes in there comes from this machine.</summary>
    public int StatusPort { get; set; }

    public void AddTo(IServiceCollection services)
    {
        services.AddHostFiltering(options => options.AllowedHosts = [.. AllowedHosts().Distinct(StringComparer.OrdinalIgnoreCase)]);
        RateLimits.AddTo(services, pages);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // The middleware takes anybody's word where no proxy is known to it. Each hop has to be one of them.
            options.ForwardedHeaders = settings.Proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies)
            {
                options.KnownIPNetworks.Add(IPNetwork.TryParse(proxy, out var range) ? range : Single(IPAddress.Parse(proxy)));
            }
        });
    }

    public void PutBefore(WebApplication application)
    {
        application.Use(Guard);
        application.UseHostFiltering();
        application.UseForwardedHeaders();
        application.UseRouting();
        application.UseRateLimiter();
    }

    private IEnumerable<string> AllowedHosts() =>
        [new Uri(settings.PublicUrl!, UriKind.Absolute).IdnHost, new Uri(settings.Listen, UriKind.Absolute).Host, "localhost", "127.0.0.1", "[::1]"];

    private static IPNetwork Single(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);

    // What a link opens is a person's own: nobody keeps it, indexes it or learns where the reader came from.
    private async Task Guard(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        try
        {
            await next(context);
        }
        catch (Exception fault) when (fault is not (BadHttpRequestException or OperationCanceledException) && !context.Response.HasStarted)
        {
            Log(fault);
            await pages.Say(
                "This did not work",
                new MessageView("The fault is ours. Nothing was changed. Please try again in a few minutes."),
                StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
    }

    // What ends it from outside is no mistake of the program, whose trace would be wanted.
    private void Log(Exception fault)
    {
        if (fault is not DbException failed)
        {
            Failed(fault);
            return;
        }

        NotAnswered(database.Fault(failed).Message);
        Traced(fault);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not be answered")]
    private partial void Failed(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not be answered: {Words}")]
    private partial void NotAnswered(string words);

    [LoggerMessage(Level = LogLevel.Debug, Message = "What the page met")]
    private partial void Traced(Exception fault);
}

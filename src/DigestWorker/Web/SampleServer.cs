using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace DigestWorker.Web;

/// <summary>Serves the demo's sources from a folder, on a free loopback port, the way a publisher's server would.</summary>
internal sealed class SampleServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SampleServer(WebApplication application) => _application = application;

    /// <summary>Without a trailing slash.</summary>
    public string Address => _application.Urls.First();

    public static async Task<SampleServer> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            ContentTypeProvider = Types(),
        });
        await application.StartAsync(cancellationToken);
        return new SampleServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static FileExtensionContentTypeProvider Types() => new()
    {
        Mappings = { [".atom"] = "application/atom+xml", [".rss"] = "application/rss+xml", [".rdf"] = "application/rdf+xml" },
    };
}

using DigestWorker.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>For what watches over the service: whether it lives, and whether it can do its work.</summary>
internal sealed class HealthPages(CheckReady ready)
{
    public void Map(WebApplication application)
    {
        application.MapGet("/healthz/live", () => Results.Text("live\n"));
        application.MapGet("/healthz/ready", Ready);
    }

    private IResult Ready() => ready.Run() is { } because
        ? Results.Text($"not ready: {because}\n", statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Text("ready\n");
}

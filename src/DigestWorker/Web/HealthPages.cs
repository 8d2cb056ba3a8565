using System.Buffers.Text;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>For what watches over the service: whether it lives, and whether it can do its work.</summary>
internal sealed class HealthPages(ReadySoon ready, KeyRing keys)
{
    private const int LongestNonce = 64;

    public void Map(WebApplication application)
    {
        application.MapGet("/healthz/live", () => Results.Text("live\n"));
        application.MapGet("/healthz/ready", Ready);
        application.MapGet($"/{PageProbe.Path}{{nonce:maxlength({LongestNonce})}}", Prove).RequireRateLimiting(RateLimits.Reading);
    }

    // For 'check' of the same installation: only who has its keys can tell.
    private IResult Prove(string nonce) => Results.Text(Base64Url.EncodeToString(keys.Sign(PageProbe.Purpose, nonce)));

    private async Task<IResult> Ready(CancellationToken cancellationToken) => await ready.RunAsync(cancellationToken) is { } because
        ? Results.Text($"not ready: {because}\n", statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Text("ready\n");
}

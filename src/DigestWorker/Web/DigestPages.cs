using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>A digest as it was mailed, for whoever reads it in a browser or prints it.</summary>
internal sealed class DigestPages(Pages pages, ReadDigest read)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/w/{week}/{token}", ["GET", "HEAD"], (string week, string token) => Show(week, token)).RequireRateLimiting(RateLimits.Reading);

    private IResult Show(string week, string token) => (EditionWeek.Parse(week) is { } known ? read.Run(known, token) : null) switch
    {
        null => pages.NotFound(),
        "" => pages.Say(
            "This digest is not kept any more",
            new MessageView("Its page is shown for some weeks only. The mail that you have is complete."),
            StatusCodes.Status410Gone),
        var html => Results.Content(html, "text/html; charset=utf-8"),
    };
}

using DigestWorker.Domain;
using DigestWorker.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>A digest as it was mailed, for whoever reads it in a browser or prints it.</summary>
internal sealed class DigestPages(ReadDigest read)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/w/{week}/{token}", ["GET", "HEAD"], (string week, string token) => Show(week, token));

    private IResult Show(string week, string token) => EditionWeek.Parse(week) is { } known ? Show(read.Run(known, token)) : Page.NotFound();

    private static IResult Show(string? html) => html switch
    {
        null => Page.NotFound(),
        "" => Page.Of("This digest is not kept any more", "<p>Its page is shown for some weeks only. The mail that you have is complete.</p>", StatusCodes.Status410Gone),
        _ => Results.Content(html, "text/html; charset=utf-8"),
    };
}

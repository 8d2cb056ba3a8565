using DigestWorker.Domain;
using DigestWorker.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>A digest as it was mailed, for whoever reads it in a browser or prints it.</summary>
internal sealed class DigestPages(Pages pages, ReadDigest read)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/w/{week}/{token}", ["GET", "HEAD"], (string week, string token) => Show(week, token));

    private IResult Show(string week, string token) =>
        EditionWeek.Parse(week) is { } known && read.Run(known, token) is { } html
            ? Results.Content(html, "text/html; charset=utf-8")
            : pages.NotFound();
}

using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>A digest as it was mailed, for whoever reads it in a browser or prints it.</summary>
internal sealed class DigestPages(Pages pages, ReadDigest read, ReadRest rest)
{
    private const int MostShown = 500;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/w/{week}/{token}", ["GET", "HEAD"], (string week, string token) => Show(week, token)).RequireRateLimiting(RateLimits.Reading);
        routes.MapMethods("/w/{week}/{token}/all", ["GET", "HEAD"], (string week, string token) => ShowRest(week, token)).RequireRateLimiting(RateLimits.Selecting);
    }

    private IResult Show(string week, string token) => (EditionWeek.Parse(week) is { } known ? read.Run(known, token) : null) switch
    {
        null => pages.NotFound(),
        "" => pages.Say(
            "This digest is not kept any more",
            new MessageView("Its page is shown for some weeks only. The mail that you have is complete."),
            StatusCodes.Status410Gone),
        var html => Results.Content(html, "text/html; charset=utf-8"),
    };

    private IResult ShowRest(string week, string token) =>
        EditionWeek.Parse(week) is { } known && rest.Run(known, token) is { } releases
            ? pages.Show("rest", "What found no room", new RestView(About(known, releases.Count), $"../{token}", [.. releases.Take(MostShown)]))
            : Show(week, token);

    private static string About(EditionWeek week, int count) => count == 0
        ? $"Your digest of the week to {DateWords.WithWeekday(week.Sunday)} holds all that there was on your topics."
        : $"{Counted.Of(count, "release", "releases")} on your topics had no room in your digest of the week to {DateWords.WithWeekday(week.Sunday)}. "
            + $"{(count > MostShown ? $"These are the first {MostShown}, the" : "The")} best match for you first, by what you have chosen now.";
}

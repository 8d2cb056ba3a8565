using DigestWorker.Domain;
using DigestWorker.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>A digest as it was mailed, for whoever reads it in a browser or prints it.</summary>
internal sealed class DigestPages(ReadDigest read)
{
    private const string Before = """
        <style>
        .skip{position:absolute;left:-999em}.skip:focus{left:1em;top:1em;padding:.5em 1em;background:#fff;color:#12395b}
        @media print{.bg{background:#fff!important}.card,.mast{background:#fff!important}.mast p{color:#000!important}a[href^="http"]::after{content:" (" attr(href) ")";font-size:11px}h2,h3{break-after:avoid}table,p{break-inside:avoid-page}}
        </style>
        </head>
        """;

    private const string Skip = """<a class="skip" href="#digest">Go to the digest</a>""";

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/w/{week}/{token}", ["GET", "HEAD"], (string week, string token) => Show(week, token));

    private IResult Show(string week, string token) =>
        EditionWeek.Parse(week) is { } known && read.Run(known, token) is { } html
            ? Results.Content(ForReading(html), "text/html; charset=utf-8")
            : Page.NotFound();

    private static string ForReading(string html)
    {
        var styled = html.Replace("</head>", Before, StringComparison.Ordinal);
        var body = styled.IndexOf('>', styled.IndexOf("<body", StringComparison.Ordinal)) + 1;
        return styled.Insert(body, Skip).Replace("<div role=\"article\"", "<div id=\"digest\" role=\"article\"", StringComparison.Ordinal);
    }
}

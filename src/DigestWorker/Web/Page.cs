using System.Net;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>A plain page of the small web surface: no script, no picture, nothing from elsewhere.</summary>
internal static class Page
{
    /// <param name="body">HTML; what comes from outside is encoded by whoever writes it.</param>
    public static IResult Of(string title, string body, int status = StatusCodes.Status200OK) => Results.Content($$$"""
        <!DOCTYPE html>
        <html lang="en-GB" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{{WebUtility.HtmlEncode(title)}}}</title>
        <style>
        :root{color-scheme:light dark}
        body{margin:0 auto;max-width:36rem;padding:2rem 1.25rem;font:1.125rem/1.6 Arial,Helvetica,sans-serif;color:#16202a;background:#fff}
        h1{font-size:1.6rem;line-height:1.25}
        button{font:inherit;font-weight:bold;min-height:2.75rem;padding:.4rem 1.2rem;border:0;border-radius:.25rem;background:#12395b;color:#fff;cursor:pointer}
        button:focus-visible,a:focus-visible{outline:3px solid #c25700;outline-offset:3px}
        @media (prefers-color-scheme:dark){body{color:#eceff2;background:#14191e}button{background:#a9d3f5;color:#0d2a44}}
        </style>
        </head>
        <body>
        <main>
        <h1>{{{WebUtility.HtmlEncode(title)}}}</h1>
        {{{body}}}
        </main>
        </body>
        </html>
        """, "text/html; charset=utf-8", statusCode: status);

    /// <summary>The same for every token that opens nothing, whatever it once was.</summary>
    public static IResult NotFound() => Of(
        "This link opens nothing", "<p>It may be cut off. Take it once more from the mail, or reply to the mail: people read the answers.</p>", StatusCodes.Status404NotFound);

    /// <param name="action">Relative to the page, so that it works below any path of the public address.</param>
    public static string Button(string action, string label) =>
        $"<form method=\"post\" action=\"{WebUtility.HtmlEncode(action)}\"><button type=\"submit\">{WebUtility.HtmlEncode(label)}</button></form>";
}

using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Ons;

/// <summary>The data behind a page of ONS.</summary>
/// <param name="Headlines">Ready-made sentences with the figures, a paragraph each; empty where the page has none.</param>
/// <param name="Document">The bulletin that a release page leads to; empty where it names none.</param>
internal sealed record OnsPage(string Headlines, string Document)
{
    private const int LongestHeadline = 1000;

    public static readonly OnsPage Empty = new("", "");

    private static readonly string[] Fields = ["headline1", "headline2", "headline3"];

    /// <returns>The empty page for what is no such data: a page on ONS's newer site.</returns>
    public static OnsPage Parse(Answer answer)
    {
        try
        {
            var page = ApiJson.Read(answer);
            return new(HeadlinesOf(page.Object("description")), page.Objects("relatedDocuments").FirstOrDefault().Text("uri"));
        }
        catch (UnreadableFeedException)
        {
            return Empty;
        }
    }

    private static string HeadlinesOf(JsonElement description) => string.Join(
        "\n\n",
        Fields.Select(field => Bounded.Line(HtmlText.Of(description.Text(field)), LongestHeadline)).Where(headline => headline.Length > 0));
}

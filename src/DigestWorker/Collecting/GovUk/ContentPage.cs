using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>What the content API says of one page. Uses no network.</summary>
internal abstract record ContentPage
{
    private ContentPage()
    {
    }

    internal sealed record Standing(Entry Entry, IReadOnlyList<string> Remarks) : ContentPage;

    /// <param name="Destination">A path of GOV.UK or a full address; empty where it is not said.</param>
    internal sealed record Moved(string Destination) : ContentPage;

    /// <param name="Explanation">In GOV.UK's words; may be empty.</param>
    /// <param name="Alternative">A path to read instead; may be empty.</param>
    internal sealed record Gone(string Explanation, string Alternative) : ContentPage;

    /// <exception cref="UnreadableFeedException">It is no answer of the content API.</exception>
    public static ContentPage Parse(Answer answer, DateTimeOffset now)
    {
        var page = ApiJson.Read(answer);
        return page.Text("schema_name") switch
        {
            "redirect" => new Moved(DestinationOf(page)),
            "gone" => new Gone(HtmlText.Of(page.Object("details").Text("explanation")), page.Object("details").Text("alternative_path")),
            _ => ParseStanding(page, now),
        };
    }

    /// <summary>What comes with status 410.</summary>
    /// <returns>Null where it does not say why the page is gone.</returns>
    public static Gone? GoneOf(Answer answer)
    {
        try
        {
            return Parse(answer, DateTimeOffset.MinValue) as Gone;
        }
        catch (UnreadableFeedException)
        {
            return null;
        }
    }

    /// <summary>One redirect document may cover other paths than its own.</summary>
    private static string DestinationOf(JsonElement page) => page.Objects("redirects")
        .OrderByDescending(redirect => redirect.Text("path") == page.Text("base_path"))
        .FirstOrDefault()
        .Text("destination");

    private static Standing ParseStanding(JsonElement page, DateTimeOffset now)
    {
        var remarks = new Remarks();
        return page.Text("title").Length > 0 && ContentEntry.Read(page, now, remarks) is { } entry
            ? new Standing(entry, remarks.ToList())
            : throw new UnreadableFeedException("it is JSON, but no page of GOV.UK's content API: it has no title");
    }
}

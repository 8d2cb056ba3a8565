using System.Globalization;
using System.Net;

namespace DigestWorker.Tests.Support;

/// <summary>One entry of a feed that a test publishes.</summary>
internal sealed record FeedEntry(string Id, string Title, string Text, DateTimeOffset? Published = null)
{
    public string? Url { get; init; } = $"https://news.example.org/{Id}";

    public static FeedEntry Grooming(string id, DateTimeOffset? published = null) => new(
        id,
        $"Online grooming offences rise, report {id}",
        $"Police recorded more online grooming offences in the year, the statistics in report {id} show. Schools should talk to children about online safety.",
        published);

    public static string Rss(IEnumerable<FeedEntry> entries) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>Feed</title><link>https://feed.example.org/</link><description>d</description>
        {string.Concat(entries.Select(entry => entry.ToXml()))}
        </channel></rss>
        """;

    public string ToXml() => $"""
        <item><title>{WebUtility.HtmlEncode(Title)}</title><guid isPermaLink="false">{Id}</guid>
        {(Url is null ? "" : $"<link>{WebUtility.HtmlEncode(Url)}</link>")}
        {(Published is { } date ? $"<pubDate>{date.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)}</pubDate>" : "")}
        <description>{WebUtility.HtmlEncode(Text)}</description></item>
        """;
}

using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Feeds;

/// <summary>A document as the parser takes it, fetched from https://example.org/news/feed.</summary>
internal static class Parsed
{
    private static readonly Uri Address = new("https://example.org/news/feed");

    public static ReadResult Result(byte[] bytes, int maxEntries = 1000) =>
        new FeedParser(new CollectingSettings { MaxEntries = maxEntries }, new StoppedClock()).Parse(new Answer(bytes, ContentType: null, Address));

    public static ReadResult.Read Read(string document, int maxEntries = 1000) =>
        Assert.IsType<ReadResult.Read>(Result(Encoding.UTF8.GetBytes(document), maxEntries));

    public static string Fault(string document) => Assert.IsType<ReadResult.Failed>(Result(Encoding.UTF8.GetBytes(document))).Reason;

    /// <summary>The one entry of an RSS 2.0 feed with these elements in its item.</summary>
    public static Entry Item(string elements) => Assert.Single(Read(Rss($"<item>{elements}</item>")).Entries);

    public static Entry AtomEntry(string elements) => Assert.Single(Read(Atom($"<entry>{elements}</entry>")).Entries);

    public static string Rss(string items) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel><title>News</title><link>https://www.example.org/</link>{items}</channel>
        </rss>
        """;

    public static string Atom(string entries) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{entries}</feed>
        """;
}

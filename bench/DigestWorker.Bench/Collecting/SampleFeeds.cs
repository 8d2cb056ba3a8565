namespace DigestWorker.Bench.Collecting;

/// <summary>Made-up feeds of any size, with a dozen sentences and their figures in each entry.</summary>
internal static class SampleFeeds
{
    private static readonly DateTimeOffset Newest = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static string Rss(int feed, int entries)
    {
        var items = Enumerable.Range(0, entries).Select(entry => $"""
            <item><title>{Title(feed, entry)}</title>
            <link>https://outlet{feed}.example.org/{entry}</link><guid isPermaLink="false">outlet-{feed}-{entry}</guid>
            <pubDate>{Newest.AddHours(-entry):r}</pubDate>
            <description>{WebText(feed, entry)}</description></item>
            """);
        return $"""<rss version="2.0"><channel><title>Outlet {feed}</title><link>https://outlet{feed}.example.org/</link>{string.Concat(items)}</channel></rss>""";
    }

    public static string Atom(int feed, int entries)
    {
        var items = Enumerable.Range(0, entries).Select(entry => $"""
            <entry><title>{Title(feed, entry)}</title><link href="https://outlet{feed}.example.org/{entry}"/>
            <id>tag:outlet{feed}.example.org,2026:{entry}</id><updated>{Newest.AddHours(-entry):yyyy-MM-ddTHH:mm:ssZ}</updated>
            <content type="html">{WebText(feed, entry)}</content></entry>
            """);
        return $"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet {feed}</title><id>tag:outlet{feed}.example.org,2026:feed</id>{string.Concat(items)}</feed>""";
    }

    private static string Title(int feed, int entry) => $"Figures {feed} of week {entry}: {1000 + (feed * 7) + entry} referrals to children's services";

    private static string WebText(int feed, int entry) => string.Concat(Enumerable.Range(0, 12).Select(sentence =>
        $"&lt;p&gt;Authority {(feed * 31) + sentence} recorded {(entry * 13) + sentence} cases of neglect and online grooming, up {sentence}% on the year before.&lt;/p&gt;"));
}

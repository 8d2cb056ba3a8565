using DigestWorker.Collecting.Pages;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class FeedLinksTests
{
    [Theory]
    [InlineData("<link rel=alternate type=application/rss+xml href=/feed>", "https://www.example.org/feed")]
    [InlineData("<LINK REL='ALTERNATE' TYPE='application/atom+xml' HREF='feed.atom'>", "https://www.example.org/news/feed.atom")]
    [InlineData("<link rel='alternate home' type='application/feed+json' href='//feeds.example.org/a.json'>", "https://feeds.example.org/a.json")]
    [InlineData("<base href='https://www.example.org/board/'><link rel=alternate type=application/rss+xml href=rss>", "https://www.example.org/board/rss")]
    [InlineData("<link rel=alternate type=application/rss+xml href=/a><link rel=alternate type=application/rss+xml href=/comments/a>", "https://www.example.org/a https://www.example.org/comments/a")]
    [InlineData("<link rel=alternate type=application/json href=/api/content/x>", "")]
    [InlineData("<link rel=alternate hreflang=cy href=/cy>", "")]
    [InlineData("<link rel=stylesheet type=application/rss+xml href=/feed>", "")]
    [InlineData("<link rel=alternate type=application/rss+xml href='javascript:x'>", "")]
    public void A_page_names_its_feeds(string head, string feeds) =>
        Assert.Equal(feeds, string.Join(' ', FeedLinks.In($"<html><head>{head}</head></html>", new("https://www.example.org/news/today"))));

    [Theory]
    [InlineData("orf.html", "https://rss.orf.at/news.xml")]
    [InlineData("theverge.html", "https://www.example.org/rss/index.xml https://www.theverge.com/rss/front-page/index.xml")]
    [InlineData("stackoverflow.html", "https://www.example.org/feeds")]
    [InlineData("stadtfeuerwehrweiz.html", "http://www.stadtfeuerwehr-weiz.at/rss/einsaetze.xml")]
    [InlineData("heise.html", "https://www.heise.de/rss/heise-atom.xml https://www.heise.de/rss/heise.rdf")]
    [InlineData("codehollow.html", "https://codehollow.com/feed/ https://codehollow.com/comments/feed/")]
    public void Real_pages_name_their_feeds(string page, string feeds)
    {
        Folders.NeedShared();
        var html = File.ReadAllText(Path.Combine(Folders.Shared, "real", "html", "autodiscovery", page));

        Assert.Equal(feeds, string.Join(' ', FeedLinks.In(html, new("https://www.example.org/"))));
    }
}

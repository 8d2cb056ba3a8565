using System.Text;
using DigestWorker.Collecting;

namespace DigestWorker.Tests.Collecting.Feeds;

public sealed class BrokenFeedTests
{
    private const string Mended = "The document is not well-formed XML (the first fault is in line 1); it was mended to be read.";

    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("\n\uFEFF<?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("\uFEFF\uFEFF<?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("Warning: out of memory in line 3\n<?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<b>Warning</b>: out of memory<br /><?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<?xml version='1.1' encoding='x-fake'?><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<!-- <rss> --><?php x ?><!DOCTYPE rss><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>One</title></item></channel></rss><!-- made in 3 ms --><script>x")]
    [InlineData("<rss xmlns='https://example.org/unknown'><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<RSS><Channel><Item><Title>One</Title></Item></Channel></RSS>")]
    [InlineData("<rss><channel><item><title>Other</title><dc:title>Two</dc:title><title>Three</title></item></channel></rss>", "Other")]
    public void What_is_odd_but_readable_is_read_without_a_word(string document, string title = "One")
    {
        var read = Parsed.Read(document);

        Assert.Equal(title, Assert.Single(read.Entries).Title);
        Assert.Empty(read.Remarks);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>R&D at 5 < 6</title></item></channel></rss>", "R&D at 5 < 6")]
    [InlineData("<rss><channel><item><title>Caf&eacute;&nbsp;&pound;5&hellip;</title></item></channel></rss>", "Café £5…")]
    [InlineData("<rss><channel><item><title>&unknown; &amp; &#x2019; &#0;</title></item></channel></rss>", "&unknown; & ’")]
    [InlineData("<rss><channel><item><title>Bell\u0007 \u0000zero</title></item></channel></rss>", "Bell zero")]
    [InlineData("<rss><channel><item><title><![CDATA[R&D &amp; <b>more</b>]]> &</title></item></channel></rss>", "R&D & more &")]
    [InlineData("<rss><channel><item><odd:thing odd:a='1'/><title>One</title></item></channel></rss>", "One")]
    [InlineData("<rss><channel><item a=1 b a='2'><title>One</title></item></channel></rss>", "One")]
    [InlineData("<rss><channel><item><description>One<br>Two<p>Three</description><title>One</title></item></channel></rss>", "One")]
    [InlineData("<rss><channel><category><item><title>One</title></item></channel></rss>", "One")]
    [InlineData("<rss><channel><item><title>One</item></channel></rss>", "One")]
    [InlineData("<rss><channel><item><title>One</title></b></item></channel></rss>", "One")]
    [InlineData("<rss><channel><item><title>One</title></item></channel>", "One")]
    public void What_is_not_well_formed_is_mended_with_a_remark(string document, string title)
    {
        var read = Parsed.Read(document);

        Assert.Equal(title, Assert.Single(read.Entries).Title);
        Assert.Equal([Mended], read.Remarks);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData(" \r\n\uFEFF ", "it is empty")]
    [InlineData("Service unavailable", "it is neither XML nor JSON, so it is no feed")]
    [InlineData("<!-- nothing -->", "it is neither XML nor JSON, so it is no feed")]
    [InlineData("<urlset><url/></urlset>", "it is XML, but its root <urlset> is not that of a feed")]
    [InlineData("<!doctype html><title>Log in</title><p>Please", "it is a web page ('Log in'), not a feed")]
    [InlineData("<html><head><title>News</title><link rel=alternate type='application/rss+xml' href='/rss.xml'></head>", "it is a web page ('News'), not a feed")]
    [InlineData("<rss><channel><item><title>One</title></item><item><title>Tw", "it is cut off: it ends inside <title>, before its root <rss> is closed")]
    [InlineData("<rss version='2", "it is cut off: it ends inside its first tag")]
    [InlineData("<rss><channel><item><title>One</title></item>", "it is cut off: it ends inside <channel>, before its root <rss> is closed")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry/>", "it is cut off: it ends inside <feed>, before its root <feed> is closed")]
    [InlineData("<rss><channel><item><description><![CDATA[Half a", "it is cut off: it ends inside <description>, before its root <rss> is closed")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>", "it declares entities of its own, which no feed needs and attacks use, so nothing of it was read")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel/></rss>", "it declares entities of its own, which no feed needs and attacks use, so nothing of it was read")]
    public void What_is_no_whole_feed_is_refused_in_words(string document, string reason) => Assert.Equal(reason, Parsed.Fault(document));

    [Theory]
    [InlineData("<a>", "</a>")]
    [InlineData("<a>", "")]
    public void A_document_nested_without_end_is_refused(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));

        Assert.Equal("its elements are nested more than 100 deep, which no feed needs", Parsed.Fault($"<rss><channel>{nested}</channel></rss>"));
    }

    [Fact]
    public void A_document_larger_than_the_settings_allow_is_refused() =>
        Assert.Equal("it is larger than 10 MB", Assert.IsType<ReadResult.Failed>(Parsed.Result(new byte[10_000_001])).Reason);

    [Fact]
    public void A_feed_that_the_publisher_has_ended_is_told_and_not_read() =>
        Assert.Equal(
            "the publisher has ended this feed and points to https://www.example.org/search",
            Parsed.Fault(Parsed.Atom("<entry><id>tag:www.example.org,2005:news/feed-ended</id><title>This feed has ended</title><link href='https://www.example.org/search'/></entry>")));

    [Fact]
    public void A_document_in_utf16_is_read() =>
        Assert.Equal("Café", Assert.Single(Assert.IsType<ReadResult.Read>(Parsed.Result(Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>Café</title></item></channel></rss>"))).Entries).Title);

    [Fact]
    public void A_feed_without_entries_is_read() => Assert.Empty(Parsed.Read("<rss><channel/></rss>").Entries);

    [Theory]
    [InlineData("<!-- ", " -->", "<rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<b>Warning</b>", "<br /><?xml version='1.0'?>", "<rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("", "", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"One\"}]}")]
    public void However_much_stands_before_the_root_it_is_found(string before, string after, string root)
    {
        foreach (var length in Enumerable.Range(400, 150).Append(3_000))
        {
            var read = Parsed.Read($"{before}{new string(' ', length)}{after}{root}");

            Assert.Equal("One", Assert.Single(read.Entries).Title);
            Assert.Empty(read.Remarks);
        }
    }

    [Fact]
    public void A_root_whose_name_only_begins_like_that_of_a_feed_is_none_wherever_it_stands()
    {
        foreach (var length in Enumerable.Range(400, 150))
        {
            Assert.Equal("it is XML, but its root <feedback> is not that of a feed", Parsed.Fault($"<!--{new string(' ', length)}--><feedback></feedback>"));
        }
    }

    [Fact]
    public void A_document_longer_than_what_is_looked_at_first_is_read_whole()
    {
        var items = Enumerable.Range(0, 1000).Select(index => $"<item><title>Children’s entry {index}</title></item>");

        Assert.Equal("Children’s entry 999", Parsed.Read(Parsed.Rss(string.Concat(items))).Entries[^1].Title);
    }
}

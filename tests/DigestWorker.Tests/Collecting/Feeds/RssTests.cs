using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Feeds;

public sealed class RssTests
{
    [Fact]
    public void Rss_2_gives_every_field()
    {
        var entry = Parsed.Item("""
            <title>Children in need: 2025</title>
            <link>https://www.example.org/children-in-need</link>
            <guid isPermaLink="false">https://www.example.org/?p=7</guid>
            <pubDate>Thu, 20 Nov 2025 09:30:00 GMT</pubDate>
            <dc:creator>Data team</dc:creator>
            <description><![CDATA[<p>399,500 children &amp; young people.</p>]]></description>
            <content:encoded>&lt;p&gt;There were 399,500 children in need.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Down 1%&lt;/li&gt;&lt;/ul&gt;</content:encoded>
            """);

        Assert.Equal(
            new Entry
            {
                Title = "Children in need: 2025",
                Url = new("https://www.example.org/children-in-need"),
                PublisherId = "https://www.example.org/?p=7",
                Published = new(new(2025, 11, 20, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant),
                Author = "Data team",
                Summary = "399,500 children & young people.",
                Content = "There were 399,500 children in need.\n\n- Down 1%",
            },
            entry);
    }

    [Theory]
    [InlineData("Schools donâ€™t report â€œnear missesâ€\u009d: Â£5m", "Schools don’t report “near misses”: £5m")]
    [InlineData("The cafÃ© at Caerfyrddin: â€˜plantâ€™", "The café at Caerfyrddin: ‘plant’")]
    [InlineData("Sir Gâr, tâ bach, €5 at the Château", "Sir Gâr, tâ bach, €5 at the Château")]
    public void Letters_that_were_encoded_twice_are_read_back(string written, string title)
    {
        var entry = Parsed.Item($"<title>{written}</title><description>&lt;p&gt;{written}&lt;/p&gt;</description>");

        Assert.Equal((title, title), (entry.Title, entry.Summary));
    }

    [Fact]
    public void Rss_0_91_has_entries_without_id_and_date()
    {
        var read = Parsed.Read("""
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
            <rss version="0.91"><channel><title>News</title><item><title>One</title><link>https://example.org/1</link></item></channel></rss>
            """);

        Assert.Equal(new Entry { Title = "One", Url = new("https://example.org/1") }, Assert.Single(read.Entries));
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public void Rss_1_has_its_entries_beside_the_channel()
    {
        var read = Parsed.Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://example.org/feed"><title>News</title><items><rdf:Seq><rdf:li resource="https://example.org/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://example.org/1"><title>One</title><dc:date>2025-11-24</dc:date></item>
            </rdf:RDF>
            """);

        var entry = Assert.Single(read.Entries);
        Assert.Equal(("One", "https://example.org/1", new Uri("https://example.org/1")), (entry.Title, entry.PublisherId, entry.Url));
        Assert.Equal(new PublishedDate(new(2025, 11, 24, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day), entry.Published);
    }

    [Theory]
    [InlineData("<link>https://example.org/a</link><guid>https://example.org/b</guid>", "https://example.org/a")]
    [InlineData("<guid>https://example.org/b</guid>", "https://example.org/b")]
    [InlineData("<guid isPermaLink='true'> https://example.org/b </guid>", "https://example.org/b")]
    [InlineData("<guid isPermaLink='false'>https://example.org/b</guid>", null)]
    [InlineData("<guid>b-17</guid>", null)]
    [InlineData("<link>/news/a</link>", "https://www.example.org/news/a")]
    [InlineData("<link>\n  https://example.org/a\n  b </link>", "https://example.org/ab")]
    [InlineData("<link>//example.org/a</link>", "https://example.org/a")]
    [InlineData("<link>www.example.org/a</link>", "https://www.example.org/a")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>file:///etc/passwd</link>", null)]
    [InlineData("<link>https://www.gov.uk@example.org/a</link>", null)]
    [InlineData("<atom:link rel='alternate' href='https://example.org/a'/>", "https://example.org/a")]
    [InlineData("<feedburner:origLink>https://example.org/a</feedburner:origLink><link>https://proxy.example.org/x</link>", "https://example.org/a")]
    [InlineData("<enclosure url='https://example.org/a.mp3' type='audio/mpeg'/>", "https://example.org/a.mp3")]
    public void The_address_is_the_best_that_the_entry_gives(string elements, string? expected) =>
        Assert.Equal(expected, Parsed.Item($"<title>x</title>{elements}").Url?.AbsoluteUri);

    [Theory]
    [InlineData("<author>editor@example.org (Data team)</author>", "Data team")]
    [InlineData("<author>editor@example.org</author>", null)]
    [InlineData("<author>Data team</author>", "Data team")]
    [InlineData("<itunes:author>Data team</itunes:author>", "Data team")]
    public void An_author_is_a_name_and_never_a_mail_address(string elements, string? expected) =>
        Assert.Equal(expected, Parsed.Item($"<title>x</title>{elements}").Author);

    [Theory]
    [InlineData("<title>Q&amp;amp;A &lt;b&gt;bold&lt;/b&gt;</title>", "Q&A bold")]
    [InlineData("<title>\n  Two\n\n  lines </title>", "Two lines")]
    [InlineData("<title><![CDATA[Fish & chips]]></title>", "Fish & chips")]
    [InlineData("<title>One<![CDATA[ and ]]>two</title>", "One and two")]
    [InlineData("<title>A\u200B\u202Eb\u0007c</title>", "Abc")]
    [InlineData("<title/><dc:title>From Dublin</dc:title>", "From Dublin")]
    [InlineData("<media:group><media:title>From media</media:title></media:group>", "From media")]
    [InlineData("<description>No title</description>", "")]
    public void A_title_is_one_clean_line(string elements, string expected) => Assert.Equal(expected, Parsed.Item(elements).Title);

    [Theory]
    [InlineData("<pubdate>Mon, 24 Nov 2025 09:00:00 GMT</pubdate>")]
    [InlineData("<dc:date>2025-11-24T09:00:00Z</dc:date>")]
    [InlineData("<dcterms:issued>2025-11-24T09:00:00Z</dcterms:issued>")]
    [InlineData("<pubDate>yesterday</pubDate><dc:date>2025-11-24T09:00:00Z</dc:date>")]
    public void A_date_is_found_under_its_other_names(string elements) =>
        Assert.Equal(new(2025, 11, 24, 9, 0, 0, TimeSpan.Zero), Parsed.Item($"<title>x</title>{elements}").Published?.At);

    [Fact]
    public void Inline_markup_in_a_description_is_markup() =>
        Assert.Equal("AT&T: bold\n\nNext", Parsed.Item("<description>AT&amp;T: <b>bold</b><p>Next</p></description>").Summary);

    [Fact]
    public void A_content_shorter_than_the_summary_is_not_the_full_text()
    {
        var entry = Parsed.Item("<description>The whole story of the release.</description><content:encoded>A comment.</content:encoded>");

        Assert.Equal(("The whole story of the release.", ""), (entry.Text, entry.Content));
    }
}

using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Feeds;

public sealed class AtomTests
{
    [Fact]
    public void Atom_1_gives_every_field()
    {
        var entry = Parsed.AtomEntry("""
            <id>tag:example.org,2025:1</id>
            <title type="html">Working &amp;amp; together</title>
            <link rel="self" href="https://example.org/1.atom"/>
            <link rel="replies" href="https://example.org/1/comments"/>
            <link href="/1"/>
            <published>2025-11-20T09:30:00+00:00</published>
            <updated>2025-11-24T09:30:00+00:00</updated>
            <author><name>Policy team</name><email>team@example.org</email></author>
            <summary>In short.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Duty &lt;1 &amp; 2&gt;</p><p>Next</p></div></content>
            <source><title>Another feed</title><id>other</id></source>
            """);

        Assert.Equal(
            new Entry
            {
                PublisherId = "tag:example.org,2025:1",
                Title = "Working & together",
                Url = new("https://example.org/1"),
                Published = new(new(2025, 11, 20, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant),
                Updated = new(new(2025, 11, 24, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant),
                Author = "Policy team",
                Summary = "In short.",
                Content = "Duty <1 & 2>\n\nNext",
            },
            entry);
    }

    [Fact]
    public void Atom_0_3_has_other_names_for_the_dates_and_modes_for_the_text()
    {
        var read = Parsed.Read("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
              <title mode="escaped" type="text/html">&lt;b&gt;New&lt;/b&gt; guidance</title><id>1</id>
              <link rel="alternate" type="text/html" href="https://example.org/1"/>
              <issued>2025-11-20T09:30:00Z</issued><modified>2025-11-21T09:30:00Z</modified>
              <content type="text/html" mode="escaped">&lt;p&gt;One&lt;/p&gt;</content>
              <summary type="image/png" mode="base64">aGVsbG8=</summary>
            </entry></feed>
            """);

        var entry = Assert.Single(read.Entries);
        Assert.Equal(("New guidance", "One", ""), (entry.Title, entry.Content, entry.Summary));
        Assert.Equal((20, 21), (entry.Published?.At.Day, entry.Updated?.At.Day));
    }

    [Theory]
    [InlineData("<title>Use &lt;b&gt; sparingly</title>", "Use <b> sparingly")]
    [InlineData("<title type='text'>R&amp;D</title>", "R&D")]
    [InlineData("<title type='html'>Use &lt;b&gt;it&lt;/b&gt;</title>", "Use it")]
    [InlineData("<title type='xhtml'><div>Use <b>it</b></div></title>", "Use it")]
    public void A_text_is_what_its_type_says(string title, string expected) =>
        Assert.Equal(expected, Parsed.AtomEntry($"<id>1</id>{title}").Title);

    [Fact]
    public void A_summary_without_a_type_may_still_be_html() =>
        Assert.Equal("One\n\nTwo", Parsed.AtomEntry("<summary>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</summary>").Summary);

    [Theory]
    [InlineData("<link rel='alternate' type='application/json' href='https://example.org/a.json'/><link rel='alternate' type='text/html' href='https://example.org/a'/>", "https://example.org/a")]
    [InlineData("<link rel='http://www.iana.org/assignments/relation/alternate' href='https://example.org/a'/>", "https://example.org/a")]
    [InlineData("<link rel='self' href='https://example.org/a'/>", "https://example.org/a")]
    [InlineData("<id>https://example.org/a#2025</id><link rel='self' href='https://example.org/b'/>", "https://example.org/a#2025")]
    [InlineData("<link>https://example.org/a</link>", "https://example.org/a")]
    public void The_alternate_page_is_the_address(string elements, string expected) =>
        Assert.Equal(expected, Parsed.AtomEntry($"<title>x</title>{elements}").Url?.AbsoluteUri);

    [Fact]
    public void Relative_links_count_from_the_nearest_base()
    {
        var read = Parsed.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/">
              <entry><title>1</title><link href="x"/></entry>
              <entry xml:base="b/"><title>2</title><link href="x"/></entry>
              <entry xml:base="b/"><title>3</title><link xml:base="https://example.com/" href="x"/></entry>
            </feed>
            """);

        Assert.Equal(["https://example.org/a/x", "https://example.org/a/b/x", "https://example.com/x"], read.Entries.Select(entry => entry.Url?.AbsoluteUri));
    }

    [Fact]
    public void Gov_uk_puts_the_document_type_before_the_title()
    {
        var entry = Parsed.AtomEntry("""<link href="https://www.gov.uk/government/statistics/children-in-need"/><title>Official Statistics: Children in need</title><category label="Official Statistics" term="Official Statistics"/>""");

        Assert.Equal(("official_statistics", "Children in need"), (entry.DocumentType, entry.Title));
    }

    [Theory]
    [InlineData("<title>Children in need</title><category term='News'/>")]
    [InlineData("<title>Procedures: bruising in babies</title><category term='Procedures'/><link href='https://scp.example.org/b'/>")]
    [InlineData("<title>Report: children in need</title><category term='News'/>")]
    [InlineData("<title>Report: children in need</title><category term=''/>")]
    public void Another_category_is_no_document_type(string elements) => Assert.Null(Parsed.AtomEntry(elements).DocumentType);
}

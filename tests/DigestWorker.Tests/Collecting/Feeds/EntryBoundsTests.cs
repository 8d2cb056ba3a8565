namespace DigestWorker.Tests.Collecting.Feeds;

public sealed class EntryBoundsTests
{
    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var title = Parsed.Item($"<title>{string.Concat(Enumerable.Repeat("children ", 100))}</title>").Title;

        Assert.Equal(string.Concat(Enumerable.Repeat("children ", 32)) + "children…", title);
    }

    [Fact]
    public void A_long_text_is_cut_with_a_remark()
    {
        var read = Parsed.Read(Parsed.Rss($"<item><title>Long</title><description>{new string('x', 300_000)}</description></item>"));

        Assert.Equal(200_000, Assert.Single(read.Entries).Summary.Length);
        Assert.Equal(["The text of 'Long' is longer than 200000 characters and was cut there."], read.Remarks);
    }

    [Theory]
    [InlineData("Mon, 24 Nov 2098 09:00:00 GMT", "is more than 400 days ahead")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", "is before 1990")]
    [InlineData("next Tuesday", "cannot be read")]
    public void A_date_that_nobody_meant_is_left_out_with_a_remark(string date, string fault)
    {
        var read = Parsed.Read(Parsed.Rss($"<item><title>Odd</title><pubDate>{date}</pubDate></item>"));

        Assert.Null(Assert.Single(read.Entries).Published);
        Assert.Equal([$"The date '{date}' of 'Odd' {fault} and was left out."], read.Remarks);
    }

    [Fact]
    public void A_release_announced_for_next_year_keeps_its_date() =>
        Assert.Equal(2026, Parsed.Item("<title>x</title><pubDate>Thu, 19 Nov 2026 09:30:00 GMT</pubDate>").Published?.At.Year);

    [Fact]
    public void A_refused_link_is_told()
    {
        var read = Parsed.Read(Parsed.Rss("<item><title>Odd</title><link>javascript:alert(1)</link></item>"));

        Assert.Equal(["The link 'javascript:alert(1)' of 'Odd' is no web address and was left out."], read.Remarks);
    }

    [Theory]
    [InlineData("https://\u00AD/news")]
    [InlineData("https://\u2488news.example.org/")]
    public void A_link_to_a_host_that_cannot_be_is_no_web_address_and_harms_no_other_entry(string link)
    {
        var read = Parsed.Read(Parsed.Rss($"<item><title>Odd</title><link>{link}</link></item><item><title>Good</title><link>https://example.org/good</link></item>"));

        Assert.Equal([null, "https://example.org/good"], read.Entries.Select(entry => entry.Url?.AbsoluteUri));
        Assert.EndsWith("of 'Odd' is no web address and was left out.", Assert.Single(read.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_so_many_entries_are_taken()
    {
        var read = Parsed.Read(Parsed.Rss("<item><title>1</title></item><item><title>2</title></item><item><title>3</title></item>"), maxEntries: 2);

        Assert.Equal(["1", "2"], read.Entries.Select(entry => entry.Title));
        Assert.Equal(["The feed holds more than 2 entries; only the first 2 were taken."], read.Remarks);
    }

    [Fact]
    public void A_cut_feed_is_refused_even_when_it_holds_more_entries_than_are_taken() =>
        Assert.StartsWith("it is cut off", Parsed.Fault($"<rss><channel>{string.Concat(Enumerable.Repeat("<item><title>x</title></item>", 1100))}"), StringComparison.Ordinal);

    [Fact]
    public void An_entry_that_says_nothing_is_no_entry() => Assert.Empty(Parsed.Read(Parsed.Rss("<item/><item><guid isPermaLink='false'>7</guid></item>")).Entries);

    [Fact]
    public void An_id_that_several_entries_share_is_not_used()
    {
        var read = Parsed.Read(Parsed.Rss("""
            <item><guid isPermaLink="false">1</guid><link>https://example.org/a</link></item>
            <item><guid isPermaLink="false">1</guid><link>https://example.org/b</link></item>
            <item><guid isPermaLink="false">2</guid><link>https://example.org/c</link></item>
            """));

        Assert.Equal([null, null, "2"], read.Entries.Select(entry => entry.PublisherId));
        Assert.Equal(["The id '1' stands for several entries and was not used."], read.Remarks);
    }

    [Fact]
    public void A_feed_full_of_faults_does_not_fill_the_log()
    {
        var read = Parsed.Read(Parsed.Rss(string.Concat(Enumerable.Repeat("<item><title>x</title><pubDate>soon</pubDate></item>", 100))));

        Assert.Equal(21, read.Remarks.Count);
        Assert.Equal("There are 80 more remarks like these.", read.Remarks[^1]);
    }
}

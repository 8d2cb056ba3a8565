using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting;

public sealed class FeedReaderTests : IDisposable
{
    private const string Address = "https://example.org/feed";

    private static readonly byte[] APage =
        "<!DOCTYPE html><html><head><title>News</title><link rel=alternate type=application/rss+xml href=/rss></head></html>"u8.ToArray();

    private readonly CannedServer _server = new();

    [Fact]
    public async Task A_feed_is_read_with_its_validators()
    {
        _server.Answers(Address, HttpStatusCode.OK, AFetcher.FeedBytes, ("ETag", "\"1\""));

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal("One", Assert.Single(read.Entries).Title);
        Assert.Equal(new Validators("\"1\"", LastModified: null), read.Validators);
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public async Task A_feed_that_has_moved_is_read_and_told()
    {
        _server.Answers(Address, HttpStatusCode.MovedPermanently, ("Location", "https://example.com/feed"))
            .Answers("https://example.com/feed", HttpStatusCode.OK, AFetcher.FeedBytes);

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal("https://example.com/feed", read.MovedTo?.AbsoluteUri);
        Assert.Equal(["The source has moved for good to https://example.com/feed; write that address into the settings."], read.Remarks);
    }

    [Fact]
    public async Task A_feed_that_leads_to_the_sites_home_page_has_gone_whatever_feed_that_names()
    {
        _server.Answers(Address, HttpStatusCode.Found, ("Location", "https://www.example.org/"))
            .Answers("https://www.example.org/", HttpStatusCode.OK, APage)
            .Answers("https://www.example.org/rss", HttpStatusCode.OK, AFetcher.FeedBytes);

        Assert.Equal(new ReadResult.Failed("its address leads to the site's home page now") { Trouble = Trouble.Gone }, await ReadAsync());
    }

    [Fact]
    public async Task A_fault_on_the_way_and_a_fault_in_the_document_are_both_a_failed_read()
    {
        _server.Answers(Address, HttpStatusCode.NotFound);
        Assert.Equal(new ReadResult.Failed("the server answered 404 Not Found: the address may have moved"), await ReadAsync());

        _server.Answers(Address, HttpStatusCode.OK);
        Assert.Equal(new ReadResult.Failed("it is empty"), await ReadAsync());
    }

    [Fact]
    public async Task What_kind_of_trouble_it_is_and_until_when_is_passed_on()
    {
        _server.Answers(Address, HttpStatusCode.TooManyRequests, ("Retry-After", "120"));

        var failed = Assert.IsType<ReadResult.Failed>(await ReadAsync());

        Assert.Equal((Trouble.Waiting, HastyClock.Now.AddMinutes(2)), (failed.Trouble, failed.RetryAt));
    }

    [Fact]
    public async Task A_feed_that_has_been_ended_is_gone()
    {
        _server.Answers(Address, HttpStatusCode.OK, """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:example.org,2005:/feed/feed-ended</id><title>This feed has ended</title></entry></feed>
            """u8.ToArray());

        Assert.Equal(Trouble.Gone, Assert.IsType<ReadResult.Failed>(await ReadAsync()).Trouble);
    }

    [Theory]
    [InlineData("<ttl>60</ttl>", "max-age=900", 60)]
    [InlineData("<ttl>5</ttl>", "max-age=900", 15)]
    [InlineData("<ttl>60</ttl>", "no-cache", 60)]
    [InlineData("<ttl>100000000</ttl>", "no-cache", 1440)]
    [InlineData("<ttl>soon</ttl>", "max-age=900", 15)]
    [InlineData("<ttl>-5</ttl>", "no-cache", null)]
    [InlineData("", "no-cache", null)]
    [InlineData("<item><title>Two</title><ttl>60</ttl></item>", "no-cache", null)]
    public async Task It_is_fresh_for_as_long_as_the_feed_or_the_server_says(string ttl, string cacheControl, int? minutes)
    {
        var feed = $"<rss><channel>{ttl}<item><title>One</title></item></channel></rss>";
        _server.Answers(Address, HttpStatusCode.OK, Encoding.UTF8.GetBytes(feed), ("Cache-Control", cacheControl));

        Assert.Equal(minutes, Assert.IsType<ReadResult.Read>(await ReadAsync()).FreshFor?.TotalMinutes);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_read_again()
    {
        _server.Answers(Address, HttpStatusCode.NotModified);

        Assert.Equal(new ReadResult.NotModified(), await ReadAsync(new Validators("\"1\"", LastModified: null)));
    }

    [Fact]
    public async Task A_page_given_by_mistake_leads_to_its_feed_and_is_told()
    {
        _server.Answers(Address, HttpStatusCode.OK, APage, ("ETag", "\"of the page\""))
            .Answers("https://example.org/rss", HttpStatusCode.OK, AFetcher.FeedBytes);

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal("One", Assert.Single(read.Entries).Title);
        Assert.Equal(["This address is a page; its feed is at https://example.org/rss — write that as Url."], read.Remarks);
        Assert.Null(read.Validators);
    }

    [Fact]
    public async Task A_page_whose_feed_cannot_be_read_either_is_a_fault()
    {
        _server.Answers(Address, HttpStatusCode.OK, APage).Answers("https://example.org/rss", HttpStatusCode.OK, APage);

        Assert.Equal(
            new ReadResult.Failed("it is a web page, and its feed at https://example.org/rss cannot be read either: it is a web page ('News'), not a feed"),
            await ReadAsync());
    }

    [Fact]
    public async Task A_page_cannot_make_the_program_ask_a_machine_of_its_own_network()
    {
        _server.Answers(Address, HttpStatusCode.OK, "<html><head><title>News</title><link rel=alternate type=application/rss+xml href=http://10.0.0.7/admin>"u8.ToArray());

        Assert.Equal(new ReadResult.Failed("it is a web page ('News'), not a feed"), await ReadAsync());
        Assert.Single(_server.Requests);
    }

    public void Dispose() => _server.Dispose();

    private Task<ReadResult> ReadAsync(Validators? since = null) =>
        new FeedReader(AFetcher.On(_server), new FeedParser(new(), new StoppedClock()))
            .ReadAsync(new Source("Example", SourceKind.Feed, new(Address), "Example", [], []), since, CancellationToken.None);
}

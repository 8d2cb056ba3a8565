using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.WordPress;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.WordPress;

public sealed class WordPressReaderTests : IDisposable
{
    private const string Asked =
        "https://www.example.org/wp-json/wp/v2/posts?per_page=100&orderby=modified&modified_after=2025-10-20T00%3A00%3A00"
        + "&_fields=id%2Cguid%2Cdate%2Cdate_gmt%2Cmodified_gmt%2Clink%2Ctitle%2Cexcerpt%2Ccontent";

    private const string Feed = "https://www.example.org/feed/";

    private readonly CannedServer _server = new();

    [Fact]
    public async Task A_site_is_asked_for_what_changed_lately()
    {
        _server.Answers(Asked, HttpStatusCode.OK, Fixture.Bytes("wordpress-posts.json"), ("X-WP-Total", "2"));

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        var entry = read.Entries[0];
        Assert.Equal("Online harms – what changed & why", entry.Title);
        Assert.Equal("https://example.org/?p=412", entry.PublisherId);
        Assert.Equal("Three duties are new for services that children use.\n\n- Check age\n- Act on reports", entry.Content);
        Assert.Equal(new(new(2025, 11, 20, 10, 0, 0, TimeSpan.Zero), DatePrecision.Instant), entry.Published);
        Assert.Equal(new(new(2025, 11, 21, 8, 15, 0, TimeSpan.Zero), DatePrecision.Instant), entry.Updated);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_date_by_the_sites_own_clock_is_only_a_day()
    {
        _server.Answers(Asked, HttpStatusCode.OK, Fixture.Bytes("wordpress-posts.json"));

        var entry = Assert.IsType<ReadResult.Read>(await ReadAsync()).Entries[1];

        Assert.Equal(new(new(2025, 7, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day), entry.Published);
        Assert.Equal(("398", "https://www.example.org/blog/summer-notes/"), (entry.PublisherId, entry.Url!.AbsoluteUri));
    }

    [Fact]
    public async Task Pages_are_read_until_the_header_says_that_all_are_there()
    {
        _server.Answers(Asked, HttpStatusCode.OK, Page(1, 100), ("X-WP-Total", "130"))
            .Answers($"{Asked}&page=2", HttpStatusCode.OK, Page(101, 130), ("X-WP-Total", "130"));

        Assert.Equal(130, Assert.IsType<ReadResult.Read>(await ReadAsync()).Entries.Count);
    }

    [Fact]
    public async Task Without_the_header_the_refusal_of_a_page_behind_the_last_is_the_end()
    {
        _server.Answers(Asked, HttpStatusCode.OK, Page(1, 100))
            .Answers($"{Asked}&page=2", HttpStatusCode.BadRequest, Encoding.UTF8.GetBytes("""{"code": "rest_post_invalid_page_number"}"""));

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal(100, read.Entries.Count);
        Assert.Empty(read.Remarks);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Where_the_api_is_closed_the_feed_is_read_and_the_admin_told(HttpStatusCode status)
    {
        _server.Answers(Asked, status).Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes, ("ETag", "\"1\""));

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal("One", Assert.Single(read.Entries).Title);
        Assert.Contains($"Set Kind to feed and Url to {Feed}", Assert.Single(read.Remarks), StringComparison.Ordinal);
        Assert.Null(read.Validators);
    }

    [Fact]
    public async Task Where_the_feed_is_closed_too_both_reasons_are_told()
    {
        _server.Answers(Asked, HttpStatusCode.NotFound).Answers(Feed, HttpStatusCode.Forbidden);

        Assert.Equal(
            $"of its API, the server answered 404 Not Found: the address may have moved; of its feed {Feed}, the server answered 403 Forbidden: it refuses this program, or this machine",
            Assert.IsType<ReadResult.Failed>(await ReadAsync()).Reason);
    }

    [Fact]
    public async Task What_the_api_says_in_place_of_a_list_is_told()
    {
        _server.Answers(Asked, HttpStatusCode.OK, Encoding.UTF8.GetBytes("""{"code": "x", "message": "The <b>site</b> is being moved."}"""));

        Assert.Equal(new ReadResult.Failed("it is JSON, but no list of WordPress; it says: The site is being moved."), await ReadAsync());
    }

    [Theory]
    [InlineData("https://www.example.org/", "https://www.example.org/wp-json/wp/v2/posts?per_page=", Feed)]
    [InlineData("https://www.example.org/partnership", "https://www.example.org/partnership/wp-json/wp/v2/posts?per_page=", "https://www.example.org/partnership/feed/")]
    [InlineData("https://www.example.org/wp-json/wp/v2/alerts?categories=7", "https://www.example.org/wp-json/wp/v2/alerts?categories=7&per_page=", Feed)]
    [InlineData("https://www.example.org/?rest_route=/wp/v2/posts", "https://www.example.org/?rest_route=/wp/v2/posts&per_page=", Feed)]
    public void A_site_or_its_api_may_be_named(string url, string asked, string feed)
    {
        var address = new WordPressAddress(new(url), DateTimeOffset.UnixEpoch);

        Assert.StartsWith(asked, address.Page(1).AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(feed, address.Feed.AbsoluteUri);
    }

    public void Dispose() => _server.Dispose();

    private Task<ReadResult> ReadAsync()
    {
        var (fetcher, clock) = (AFetcher.On(_server), new StoppedClock());
        return new WordPressReader(fetcher, new FeedParser(new(), clock), new PageByPage(fetcher, new(), clock), clock)
            .ReadAsync(new Source("Example", SourceKind.WpRest, new("https://www.example.org"), "Example", [], []), since: null, CancellationToken.None);
    }

    private static byte[] Page(int first, int last)
    {
        var entries = Enumerable.Range(first, last - first + 1)
            .Select(number => $$$"""{"id": {{{number}}}, "link": "/{{{number}}}", "title": {"rendered": "Entry {{{number}}}"}, "modified_gmt": "2025-11-20T10:00:00"}""");
        return Encoding.UTF8.GetBytes($"[{string.Join(',', entries)}]");
    }
}

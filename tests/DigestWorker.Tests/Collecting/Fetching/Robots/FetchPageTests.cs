using System.Net;
using System.Text;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Fetching.Robots;

public sealed class FetchPageTests : IDisposable
{
    private const string Page = "https://example.org/news", Robots = "https://example.org/robots.txt";

    private readonly CannedServer _server = new CannedServer().Answers(Page, HttpStatusCode.OK, AFetcher.FeedBytes);
    private readonly SourceFetcher _fetcher;

    public FetchPageTests() => _fetcher = AFetcher.On(_server);

    [Fact]
    public async Task A_page_that_robots_txt_closes_is_not_asked_for()
    {
        _server.Answers(Robots, HttpStatusCode.OK, "User-agent: *\nDisallow: /news"u8.ToArray());

        var failed = Assert.IsType<FetchResult.Failed>(await FetchPageAsync());

        Assert.Equal(Trouble.Blocked, failed.Trouble);
        Assert.Equal("its robots.txt does not let programs such as this one read that page", failed.Reason);
        Assert.Equal([Robots], Asked());
    }

    [Fact]
    public async Task A_feed_is_made_for_programs_and_needs_no_permission()
    {
        _server.Answers(Robots, HttpStatusCode.OK, "User-agent: *\nDisallow: /"u8.ToArray());

        Assert.IsType<FetchResult.Fetched>(await _fetcher.FetchAsync(new(Page), since: null, CancellationToken.None));
        Assert.Equal([Page], Asked());
    }

    [Fact]
    public async Task Robots_txt_is_asked_for_once()
    {
        _server.Answers(Robots, HttpStatusCode.OK, "User-agent: *\nDisallow: /private"u8.ToArray());

        await Task.WhenAll(FetchPageAsync(), FetchPageAsync());
        await FetchPageAsync();

        Assert.Equal(1, Asked().Count(address => address == Robots));
        Assert.Equal(3, Asked().Count(address => address == Page));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(403)]
    public async Task Without_a_robots_txt_everything_is_open(int status)
    {
        _server.Answers(Robots, (HttpStatusCode)status);

        Assert.IsType<FetchResult.Fetched>(await FetchPageAsync());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_robots_txt_that_cannot_be_had_closes_the_site_for_an_hour(int status)
    {
        _server.Answers(Robots, (HttpStatusCode)status);

        var failed = Assert.IsType<FetchResult.Failed>(await FetchPageAsync());

        Assert.Equal((Trouble.Blocked, HastyClock.Now.AddHours(1)), (failed.Trouble, failed.RetryAt));
        Assert.Equal([Robots], Asked());
    }

    [Fact]
    public async Task Where_a_page_redirects_to_has_its_own_robots_txt()
    {
        _server.Answers(Page, HttpStatusCode.Found, ("Location", "https://www.example.com/closed"))
            .Answers("https://www.example.com/robots.txt", HttpStatusCode.OK, Encoding.ASCII.GetBytes("User-agent: digestworker\nDisallow: /closed"));

        Assert.Equal(Trouble.Blocked, Assert.IsType<FetchResult.Failed>(await FetchPageAsync()).Trouble);
        Assert.Equal([Page, "https://www.example.com/robots.txt"], Asked());
    }

    public void Dispose() => _server.Dispose();

    private Task<FetchResult> FetchPageAsync() => _fetcher.FetchPageAsync(new(Page), since: null, CancellationToken.None);

    private IEnumerable<string> Asked() => _server.Requests.Select(request => request.RequestUri!.AbsoluteUri);
}

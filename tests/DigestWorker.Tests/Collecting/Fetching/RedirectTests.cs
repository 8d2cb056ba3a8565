using System.Net;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class RedirectTests : IDisposable
{
    private readonly CannedServer _server = new();

    [Theory]
    [InlineData(301, "https://example.org/new")]
    [InlineData(308, "https://example.org/new")]
    [InlineData(302, null)]
    [InlineData(303, null)]
    [InlineData(307, null)]
    public async Task A_redirect_is_followed_and_told_when_it_is_for_good(int status, string? movedTo)
    {
        _server.Answers("https://example.org/feed", (HttpStatusCode)status, ("Location", "/new"))
            .Answers("https://example.org/new", HttpStatusCode.OK, AFetcher.FeedBytes);

        var answer = Assert.IsType<FetchResult.Fetched>(await FetchAsync()).Answer;

        Assert.Equal(("https://example.org/new", movedTo), (answer.Address.AbsoluteUri, answer.MovedTo?.AbsoluteUri));
    }

    [Fact]
    public async Task What_comes_after_a_passing_redirect_is_not_for_good()
    {
        _server.Answers("https://example.org/feed", HttpStatusCode.MovedPermanently, ("Location", "/a"))
            .Answers("https://example.org/a", HttpStatusCode.Found, ("Location", "/b"))
            .Answers("https://example.org/b", HttpStatusCode.MovedPermanently, ("Location", "/c"))
            .Answers("https://example.org/c", HttpStatusCode.OK, AFetcher.FeedBytes);

        var answer = Assert.IsType<FetchResult.Fetched>(await FetchAsync()).Answer;

        Assert.Equal(("https://example.org/c", "https://example.org/a"), (answer.Address.AbsoluteUri, answer.MovedTo?.AbsoluteUri));
    }

    [Theory]
    [InlineData("file:///etc/hostname", "the server redirects to a file: address, which is not followed")]
    [InlineData("ftp://example.org/feed", "the server redirects to a ftp: address, which is not followed")]
    [InlineData("https://\u00AD/feed", "the server redirects to a host whose name no host can have")]
    [InlineData("", "the server redirects without saying where to")]
    [InlineData("/feed", "the server redirects more than 5 times, perhaps in a circle")]
    public async Task A_redirect_that_leads_nowhere_is_a_fault(string location, string reason)
    {
        _server.Answers("https://example.org/feed", HttpStatusCode.Found, ("Location", location));

        Assert.Equal(reason, Assert.IsType<FetchResult.Failed>(await FetchAsync()).Reason);
        Assert.InRange(_server.Requests.Count, 1, 6);
    }

    public void Dispose() => _server.Dispose();

    private Task<FetchResult> FetchAsync() => AFetcher.On(_server).FetchAsync(new("https://example.org/feed"), since: null, CancellationToken.None);
}

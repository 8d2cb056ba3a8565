using System.Globalization;
using System.Net;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>It is noon on 24 November 2025.</summary>
public sealed class ServerTimesTests : IDisposable
{
    private const string Feed = "https://example.org/feed";

    private readonly CannedServer _server = new();

    [Theory]
    [InlineData("Cache-Control", "max-age=900", 900)]
    [InlineData("Cache-Control", "public, max-age=60, s-maxage=7200", 60)]
    [InlineData("Cache-Control", "max-age=0", 0)]
    [InlineData("Cache-Control", "max-age=31536000", 86400)]
    [InlineData("Cache-Control", "no-cache, max-age=900", null)]
    [InlineData("Cache-Control", "no-store", null)]
    [InlineData("Cache-Control", "max-age=soon", null)]
    [InlineData("Expires", "Mon, 24 Nov 2025 12:30:00 GMT", 1800)]
    [InlineData("Expires", "Mon, 24 Nov 2025 11:30:00 GMT", 0)]
    [InlineData("Expires", "Thu, 31 Dec 2099 00:00:00 GMT", 86400)]
    [InlineData("Vary", "Accept-Encoding", null)]
    public async Task An_answer_is_fresh_for_as_long_as_its_headers_say_and_a_day_at_most(string name, string value, int? seconds)
    {
        TimeSpan? expected = seconds is { } count ? TimeSpan.FromSeconds(count) : null;

        _server.Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes, (name, value));
        Assert.Equal(expected, Assert.IsType<FetchResult.Fetched>(await FetchAsync()).Answer.FreshFor);

        _server.Answers(Feed, HttpStatusCode.NotModified, (name, value));
        Assert.Equal(expected, Assert.IsType<FetchResult.NotModified>(await FetchAsync(new Validators("\"1\"", null))).FreshFor);
    }

    [Fact]
    public async Task What_a_cache_on_the_way_has_held_is_less_fresh()
    {
        _server.Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes, ("Cache-Control", "max-age=900"), ("Age", "300"));

        Assert.Equal(TimeSpan.FromMinutes(10), Assert.IsType<FetchResult.Fetched>(await FetchAsync()).Answer.FreshFor);
    }

    [Theory]
    [InlineData("120", "2025-11-24T12:02:00Z")]
    [InlineData("0", "2025-11-24T12:00:00Z")]
    [InlineData("99999999", "2025-11-25T12:00:00Z")]
    [InlineData("Mon, 24 Nov 2025 15:00:00 GMT", "2025-11-24T15:00:00Z")]
    [InlineData("Mon, 24 Nov 2025 09:00:00 GMT", "2025-11-24T12:00:00Z")]
    [InlineData("Wed, 31 Dec 2098 23:59:59 GMT", "2025-11-25T12:00:00Z")]
    [InlineData("later", null)]
    public async Task A_server_is_asked_again_when_it_says_and_after_a_day_at_most(string retryAfter, string? expected)
    {
        _server.Answers(Feed, HttpStatusCode.TooManyRequests, ("Retry-After", retryAfter));

        Assert.Equal(
            expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            Assert.IsType<FetchResult.Failed>(await FetchAsync()).RetryAt);
    }

    public void Dispose() => _server.Dispose();

    private Task<FetchResult> FetchAsync(Validators? since = null) => AFetcher.On(_server).FetchAsync(new(Feed), since, CancellationToken.None);
}

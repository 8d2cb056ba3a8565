using System.Net;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class RetryTests : IDisposable
{
    private const string Feed = "https://example.org/feed";

    private readonly CannedServer _server = new();

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_fault_that_passes_is_waited_out(int status)
    {
        _server.AnswersInTurn(Feed, (HttpStatusCode)status, (HttpStatusCode)status, HttpStatusCode.OK);

        Assert.IsType<FetchResult.Fetched>(await FetchAsync());
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task Nobody_is_asked_a_fourth_time()
    {
        _server.Answers(Feed, HttpStatusCode.BadGateway);

        Assert.IsType<FetchResult.Failed>(await FetchAsync());
        Assert.Equal(3, _server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task What_will_not_pass_is_not_asked_for_again(int status)
    {
        _server.Answers(Feed, (HttpStatusCode)status);

        Assert.IsType<FetchResult.Failed>(await FetchAsync());
        Assert.Single(_server.Requests);
    }

    public static TheoryData<Exception, int> Faults => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), 3 },
        { new HttpRequestException(HttpRequestError.ResponseEnded), 3 },
        { new TaskCanceledException("", new TimeoutException()), 3 },
        { new HttpRequestException(HttpRequestError.NameResolutionError), 1 },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), 1 },
        { new HttpRequestException(HttpRequestError.InvalidResponse), 3 },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_connection_that_breaks_is_tried_again(Exception fault, int tries)
    {
        _server.Fails(Feed, fault);

        Assert.IsType<FetchResult.Failed>(await FetchAsync());
        Assert.Equal(tries, _server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_takes_too_long_is_told_in_words()
    {
        _server.Fails(Feed, new TaskCanceledException("", new TimeoutException()));

        Assert.Equal("no connection could be made within 10 seconds", Assert.IsType<FetchResult.Failed>(await FetchAsync()).Reason);
    }

    public void Dispose() => _server.Dispose();

    private Task<FetchResult> FetchAsync() => AFetcher.On(_server).FetchAsync(new(Feed), since: null, CancellationToken.None);
}

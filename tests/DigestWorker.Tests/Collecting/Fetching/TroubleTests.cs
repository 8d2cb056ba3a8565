using System.Net;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class TroubleTests : IDisposable
{
    private readonly CannedServer _server = new();

    [Theory]
    [InlineData(401, Trouble.Blocked)]
    [InlineData(403, Trouble.Blocked)]
    [InlineData(404, Trouble.Failing)]
    [InlineData(410, Trouble.Gone)]
    [InlineData(422, Trouble.Failing)]
    [InlineData(429, Trouble.Waiting)]
    [InlineData(500, Trouble.Failing)]
    [InlineData(503, Trouble.Failing)]
    public async Task A_refusal_is_a_kind_of_trouble(int status, Trouble trouble)
    {
        _server.Answers("https://example.org/feed", (HttpStatusCode)status);

        Assert.Equal(trouble, await TroubleAsync("https://example.org/feed"));
    }

    [Fact]
    public async Task A_503_that_says_until_when_is_a_wait()
    {
        _server.Answers("https://example.org/feed", HttpStatusCode.ServiceUnavailable, ("Retry-After", "60"));

        Assert.Equal(Trouble.Waiting, await TroubleAsync("https://example.org/feed"));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_422_of_govuk_is_a_mistake_in_the_address()
    {
        _server.Answers("https://www.gov.uk/api/search.json", HttpStatusCode.UnprocessableContent);

        Assert.Equal(Trouble.Misconfigured, await TroubleAsync("https://www.gov.uk/api/search.json"));
    }

    public void Dispose() => _server.Dispose();

    private async Task<Trouble> TroubleAsync(string address) =>
        Assert.IsType<FetchResult.Failed>(await AFetcher.On(_server).FetchAsync(new(address), since: null, CancellationToken.None)).Trouble;
}

using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class PageReaderTests : IDisposable
{
    private const string Asked = "https://www.example.org/safeguarding/report";

    private readonly CannedServer _server = new();

    [Fact]
    public async Task A_page_is_known_by_its_sources_address_wherever_that_leads()
    {
        Redirects("https://www.example.org/services/report-a-concern");

        var entry = Assert.Single(Assert.IsType<ReadResult.Read>(await ReadAsync(Asked)).Entries);

        Assert.Equal(("example.org/safeguarding/report", new Uri(Asked)), (entry.PublisherId, entry.Url));
    }

    [Theory]
    [InlineData("https://www.example.org/")]
    [InlineData("https://www.example.org/index.html?ref=404")]
    [InlineData("https://new.example.org")]
    public async Task A_page_that_leads_to_the_sites_home_page_has_gone(string home)
    {
        Redirects(home);

        var failed = Assert.IsType<ReadResult.Failed>(await ReadAsync(Asked));

        Assert.Equal((Trouble.Gone, "its address leads to the site's home page now"), (failed.Trouble, failed.Reason));
    }

    [Fact]
    public async Task A_home_page_may_be_watched_itself()
    {
        _server.Answers("https://example.org/", HttpStatusCode.MovedPermanently, ("Location", "https://www.example.org/"));
        Answers("https://www.example.org/");

        Assert.IsType<ReadResult.Read>(await ReadAsync("https://example.org/"));
    }

    public void Dispose() => _server.Dispose();

    private void Redirects(string address)
    {
        _server.Answers(Asked, HttpStatusCode.Found, ("Location", address));
        Answers(new Uri(address).AbsoluteUri);
    }

    private void Answers(string address) => _server.Answers(
        address,
        HttpStatusCode.OK,
        Encoding.UTF8.GetBytes("<title>Safeguarding</title><main><h1>Safeguarding</h1><p>Call the front door on the same day.</p></main>"),
        ("Content-Type", "text/html; charset=utf-8"));

    private Task<ReadResult> ReadAsync(string address) =>
        new PageReader(AFetcher.On(_server), new PageParser(TimeProvider.System))
            .ReadAsync(new Source("Example", SourceKind.Page, new(address), "Example", [], []), since: null, TestContext.Current.CancellationToken);
}

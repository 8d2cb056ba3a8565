using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.GovUk;

public sealed class GovUkContentReaderTests : IDisposable
{
    private const string Page = "https://www.gov.uk/guidance/visits";
    private const string Api = "https://www.gov.uk/api/content/guidance/visits";
    private const string New = "https://www.gov.uk/api/content/guidance/visits-and-reviews";
    private const string Json = """{"title": "Visits", "base_path": "/guidance/visits-and-reviews"}""";

    private readonly CannedServer _server = new();

    [Theory]
    [InlineData(Page)]
    [InlineData(Api)]
    [InlineData("https://gov.uk/api/content/guidance/visits")]
    public async Task A_page_is_watched_by_its_own_address_or_that_of_the_api(string url)
    {
        _server.Answers(Api, HttpStatusCode.OK, Fixture.Bytes("govuk-content-guidance.json"), ("ETag", "\"1\""))
            .Answers("https://gov.uk/api/content/guidance/visits", HttpStatusCode.OK, Fixture.Bytes("govuk-content-guidance.json"), ("ETag", "\"1\""));

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync(url));

        Assert.Equal("Keeping pupils safe", Assert.Single(read.Entries).Title);
        Assert.Equal(new Validators("\"1\"", LastModified: null), read.Validators);
        Assert.Null(read.MovedTo);
    }

    [Fact]
    public async Task A_page_that_was_given_another_path_is_read_there()
    {
        Answers(Api, """{"schema_name": "redirect", "base_path": "/guidance/visits", "redirects": [{"path": "/guidance/visits/print", "destination": "/print"}, {"path": "/guidance/visits", "destination": "/guidance/visits-and-reviews?a=b#top"}]}""");
        Answers(New, Json);

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal("Visits", Assert.Single(read.Entries).Title);
        Assert.Equal(New, read.MovedTo!.AbsoluteUri);
    }

    [Theory]
    [InlineData(New)]
    [InlineData("https://www.gov.uk/guidance/visits-and-reviews")]
    public async Task A_redirect_of_the_server_is_followed_to_the_api(string location)
    {
        _server.Answers(Api, HttpStatusCode.SeeOther, ("Location", location))
            .Answers("https://www.gov.uk/guidance/visits-and-reviews", HttpStatusCode.OK, Encoding.UTF8.GetBytes("<html>"));
        Answers(New, Json);

        Assert.Equal(New, Assert.IsType<ReadResult.Read>(await ReadAsync()).MovedTo!.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://example.org/visits", "GOV.UK has moved this page to https://example.org/visits; write its new address into the settings")]
    [InlineData("", "GOV.UK has moved this page; write its new address into the settings")]
    [InlineData("/guidance/visits", "GOV.UK has moved this page to https://www.gov.uk/guidance/visits; write its new address into the settings")]
    public async Task A_page_that_leads_away_or_round_in_a_circle_is_a_failed_read(string destination, string reason)
    {
        Answers(Api, $$"""{"schema_name": "redirect", "redirects": [{"destination": "{{destination}}"}]}""");

        Assert.Equal(new ReadResult.Failed(reason) { Trouble = Trouble.Misconfigured }, await ReadAsync());
    }

    [Fact]
    public async Task A_page_that_was_taken_away_is_told_with_the_reason_and_the_page_to_read_instead()
    {
        const string Gone = """{"schema_name": "gone", "title": null, "details": {"explanation": "<p>Published in error</p>", "alternative_path": "/guidance/reviews"}}""";
        var expected = new ReadResult.Failed(
            "GOV.UK has taken this page away (Published in error) and points to https://www.gov.uk/guidance/reviews; change its address in the settings, or remove the source")
        {
            Trouble = Trouble.Gone,
        };

        Answers(Api, Gone);
        Assert.Equal(expected, await ReadAsync());

        Answers(Api, Gone, HttpStatusCode.Gone);
        Assert.Equal(expected, await ReadAsync());
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, "<html>", "the server answered 410 Gone: the publisher has taken it away for good")]
    [InlineData(HttpStatusCode.NotFound, "{}", "the server answered 404 Not Found: the address may have moved")]
    [InlineData(HttpStatusCode.OK, "{}", "it is JSON, but no page of GOV.UK's content API: it has no title")]
    public async Task Anything_else_is_a_failed_read(HttpStatusCode status, string body, string reason)
    {
        Answers(Api, body, status);

        Assert.Equal(reason, Assert.IsType<ReadResult.Failed>(await ReadAsync()).Reason);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_read_again()
    {
        _server.Answers(Api, HttpStatusCode.NotModified);

        Assert.IsType<ReadResult.NotModified>(await ReadAsync(since: new Validators("\"1\"", LastModified: null)));
    }

    public void Dispose() => _server.Dispose();

    private void Answers(string address, string json, HttpStatusCode status = HttpStatusCode.OK) =>
        _server.Answers(address, status, Encoding.UTF8.GetBytes(json));

    private Task<ReadResult> ReadAsync(string url = Api, Validators? since = null) =>
        new GovUkContentReader(AFetcher.On(_server), new StoppedClock())
            .ReadAsync(new Source("Visits", SourceKind.GovUkContent, new(url), "DfE", [], []), since, CancellationToken.None);
}

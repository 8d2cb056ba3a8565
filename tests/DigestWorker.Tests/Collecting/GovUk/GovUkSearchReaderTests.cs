using System.Globalization;
using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.GovUk;

public sealed class GovUkSearchReaderTests : IDisposable
{
    private const string Search = "https://www.gov.uk/api/search.json?filter_organisations=ofsted&order=-public_timestamp&count=10&fields=title,link";

    private readonly CannedServer _server = new();

    [Fact]
    public async Task Pages_overlap_and_an_entry_on_two_of_them_counts_once()
    {
        _server.Answers(Search, HttpStatusCode.OK, Page(first: 1, last: 10, total: 14))
            .Answers($"{Search}&start=5", HttpStatusCode.OK, Page(first: 6, last: 14, total: 14));

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal(Enumerable.Range(1, 14).Select(number => $"Page {number}"), read.Entries.Select(entry => entry.Title));
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public async Task Reading_ends_where_nothing_is_news_any_more()
    {
        _server.Answers(Search, HttpStatusCode.OK, Page(first: 1, last: 10, total: 5000, day: "2025-10-01"));

        Assert.Equal(10, Assert.IsType<ReadResult.Read>(await ReadAsync()).Entries.Count);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_leaves_those_before_it()
    {
        _server.Answers(Search, HttpStatusCode.OK, Page(first: 1, last: 10, total: 14), ("ETag", "\"1\""))
            .Answers($"{Search}&start=5", HttpStatusCode.ServiceUnavailable);

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal(10, read.Entries.Count);
        Assert.Equal(["Page 2 was not read: the server answered 503 Service Unavailable: it is overloaded or being worked on."], read.Remarks);
        Assert.Null(read.Validators);
    }

    [Fact]
    public async Task A_parameter_that_GOV_UK_does_not_know_is_a_fault_of_the_settings()
    {
        _server.Answers(Search, HttpStatusCode.UnprocessableContent, Encoding.UTF8.GetBytes("Unexpected parameters: colour"));

        var failed = Assert.IsType<ReadResult.Failed>(await ReadAsync());

        Assert.Equal("the Url in the settings asks for something that GOV.UK's search does not know (422): Unexpected parameters: colour; correct it", failed.Reason);
        Assert.Equal(Trouble.Misconfigured, failed.Trouble);
    }

    [Fact]
    public async Task A_list_that_has_not_changed_is_not_read_again()
    {
        _server.Answers(Search, HttpStatusCode.NotModified);

        Assert.IsType<ReadResult.NotModified>(await ReadAsync(new Validators("\"1\"", LastModified: null)));
    }

    [Theory]
    [InlineData("https://www.gov.uk/api/search.json?q=child+abuse", "?q=child+abuse&order=-public_timestamp&count=50&fields=title%2Clink")]
    [InlineData("https://www.gov.uk/api/search.json?count=1500&order=title&fields[]=title&fields=link", "?count=1500&order=title&fields[]=title&fields=link")]
    public void What_the_settings_leave_open_is_asked_for_as_it_is_read(string url, string query) =>
        Assert.StartsWith(query, new SearchAddress(new(url)).Page(1).Query, StringComparison.Ordinal);

    public void Dispose() => _server.Dispose();

    private Task<ReadResult> ReadAsync(Validators? since = null)
    {
        var (fetcher, clock) = (AFetcher.On(_server), new StoppedClock());
        return new GovUkSearchReader(fetcher, new PageByPage(fetcher, new(), clock), clock)
            .ReadAsync(new Source("Ofsted", SourceKind.GovUkSearch, new(Search), "Ofsted", [], []), since, CancellationToken.None);
    }

    private static byte[] Page(int first, int last, int total, string day = "2025-11-20")
    {
        var results = Enumerable.Range(first, last - first + 1)
            .Select(number => $$"""{"title": "Page {{number}}", "link": "/guidance/page-{{number}}", "public_timestamp": "{{day}}"}""");
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"results": [{{string.Join(',', results)}}], "total": {{total}}}"""));
    }
}

using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Ons;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Ons;

public sealed class OnsReleaseReaderTests : IDisposable
{
    private const string Api = "https://api.beta.ons.gov.uk/v1/search/releases?release-type=type-published&sort=release_date_desc&limit=50&highlight=false";
    private const string Release = "https://www.ons.gov.uk/releases/childabuseinenglandandwalesmarch2025/data";
    private const string Bulletin = "https://www.ons.gov.uk/peoplepopulationandcommunity/bulletins/childabuse/march2025/data";

    private readonly CannedServer _server = new();

    public OnsReleaseReaderTests() => _server.Answers(Api, HttpStatusCode.OK, Fixture.Bytes("ons-releases.json"), ("ETag", "\"1\""));

    [Fact]
    public async Task A_new_release_has_the_headlines_of_the_bulletin_that_it_leads_to()
    {
        Answers(Release, """{"type": "release", "relatedDocuments": [null, {"uri": "/peoplepopulationandcommunity/bulletins/childabuse/march2025"}]}""");
        Answers(Bulletin, """{"type": "bulletin", "description": {"headline1": "An estimated <b>8.5%</b> of adults were abused before 16.", "headline2": "", "headline3": "Police recorded 227,530 offences."}}""");

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal("An estimated 8.5% of adults were abused before 16.\n\nPolice recorded 227,530 offences.", read.Entries[0].Content);
        Assert.All(read.Entries.Skip(1), entry => Assert.Empty(entry.Content));
        Assert.Equal(3, _server.Requests.Count);
        Assert.Empty(read.Remarks);
        Assert.NotNull(read.Validators);
    }

    [Theory]
    [InlineData("""{"type": "release", "relatedDocuments": [{"uri": "https://elsewhere.example.org/a"}]}""")]
    [InlineData("""{"type": "release", "relatedDocuments": [{"uri": "//elsewhere.example.org/a"}]}""")]
    [InlineData("""{"type": "release"}""")]
    [InlineData("<html><title>A newer page</title></html>")]
    public async Task A_release_without_a_bulletin_of_ONS_has_no_headlines(string page)
    {
        Answers(Release, page);

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Empty(read.Entries[0].Content);
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_is_told_and_the_release_stays()
    {
        _server.Answers(Release, HttpStatusCode.ServiceUnavailable);

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync());

        Assert.Equal(5, read.Entries.Count);
        Assert.Equal(
            ["Not all headlines of new releases were read: the server answered 503 Service Unavailable: it is overloaded or being worked on."],
            read.Remarks);
        Assert.Null(read.Validators);
    }

    [Theory]
    [InlineData("https://api.beta.ons.gov.uk/v1/search/releases?query=abuse", "?query=abuse&sort=release_date_desc&limit=50&highlight=false", "offset=50")]
    [InlineData("https://www.ons.gov.uk/releasecalendar?keywords=abuse", "/releasecalendar/data?keywords=abuse&sort=date-newest&limit=50&highlight=false", "page=2")]
    [InlineData("https://www.ons.gov.uk/releasecalendar/data?limit=10&sort=relevance", "/releasecalendar/data?limit=10&sort=relevance&highlight=false", "page=2")]
    public void The_api_is_asked_by_offset_and_the_calendar_by_page(string url, string first, string second)
    {
        var address = new OnsAddress(new(url));

        Assert.EndsWith(first, address.Page(1).AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith($"{first}&{second}", address.Page(2).AbsoluteUri, StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private void Answers(string address, string body) => _server.Answers(address, HttpStatusCode.OK, Encoding.UTF8.GetBytes(body));

    private Task<ReadResult> ReadAsync()
    {
        var (fetcher, clock) = (AFetcher.On(_server), new StoppedClock());
        return new OnsReleaseReader(fetcher, new PageByPage(fetcher, new(), clock), clock)
            .ReadAsync(new Source("ONS", SourceKind.OnsReleases, new(Api), "ONS", [], []), since: null, CancellationToken.None);
    }
}

using System.Net;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Tests.Collecting.Fetching;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting;

/// <summary>What every reader is held to, whatever its sources give it: a result in words, no exception, nothing unbounded.</summary>
public abstract class SourceReaderContract
{
    private static readonly CollectingSettings Settings = new() { TimeoutSeconds = 1, MaxMegabytes = 1, SecondsBetweenRequests = 0 };

    /// <summary>Where the reader's sources usually are.</summary>
    protected abstract string Address { get; }

    /// <summary>What comes in place of data; for a reader of pages, which take HTML, something else.</summary>
    protected virtual string NoData => "<!DOCTYPE html><html><head><title>Just a moment</title></head><body><p>Checking your browser</p></body></html>";

    private protected abstract ISourceReader Reader(SourceFetcher fetcher, CollectingSettings settings, TimeProvider clock);

    /// <summary>The source as the settings would have it.</summary>
    private protected virtual Source Configured(Source source) => source;

    /// <summary>The smallest whole body of a source with one entry of today.</summary>
    protected abstract string Body(string title, string link);

    [Fact]
    public async Task An_entry_has_its_title_and_a_full_address()
    {
        var entry = Assert.Single((await ReadAsync(Body("Children looked after in 2025", "/releases/children"))).Entries);

        Assert.Equal("Children looked after in 2025", entry.Title);
        Assert.Equal("/releases/children", entry.Url!.AbsolutePath);
        Assert.Equal("https", entry.Url.Scheme);
    }

    [Theory]
    [InlineData("Two\r\nlines\tand \u0000\u0007 marks\u202E that turn")]
    [InlineData("  A  title\u2028with every\u2029 space  ")]
    public async Task A_title_is_one_line_that_can_be_seen(string title)
    {
        var entry = Assert.Single((await ReadAsync(Body(title, "/a"))).Entries);

        Assert.NotEmpty(entry.Title);
        Assert.DoesNotMatch(@"[\p{Cc}\u2028\u2029\u202E]|^\s|\s$|  ", entry.Title);
    }

    [Fact]
    public async Task A_title_has_an_end()
    {
        var entry = Assert.Single((await ReadAsync(Body(new string('a', 100_000), "/a"))).Entries);

        Assert.InRange(entry.Title.Length, 1, 1000);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://reader:secret@example.org/")]
    [InlineData("ftp://example.org/a")]
    [InlineData("data:text/html,a")]
    [InlineData("//")]
    [InlineData("")]
    public async Task A_link_leads_to_the_web_or_nowhere(string link)
    {
        var result = await ResultAsync(Body("A title", link));

        var entries = (result as ReadResult.Read)?.Entries ?? [];
        Assert.All(entries, entry => Assert.True(entry.Url is null or { Scheme: "https" or "http", UserInfo: "" }, $"{entry.Url}"));
    }

    [Fact]
    public async Task An_empty_body_is_a_failed_read() => AssertFailed(await ResultAsync(""));

    [Fact]
    public async Task Something_else_in_place_of_the_data_is_a_failed_read() => AssertFailed(await ResultAsync(NoData));

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[null, 1, \"x\", [], {}, {\"title\": []}]")]
    [InlineData("{\"results\": [null, {\"title\": {}}], \"releases\": [7, {\"description\": []}], \"items\": {}, \"title\": \"\\ud800\", \"details\": [1]}")]
    [InlineData("{\"title\": \"\\udc00 half\", \"results\": [{\"title\": \"\\ud800\", \"link\": \"\\ud800\"}], \"releases\": [{\"uri\": 4, \"description\": {\"title\": \"\\udfff\"}}]}")]
    [InlineData("<rss/>")]
    [InlineData("\u0000\u0001\u0002\u0003")]
    public async Task A_body_of_another_shape_is_read_or_refused_in_words(string body) => AssertTold(await ResultAsync(body));

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('<')]
    [InlineData('\uFFFD')]
    public async Task A_body_of_one_letter_over_and_over_is_read_or_refused_in_words(char letter) =>
        AssertTold(await ResultAsync(new string(letter, 200_000)));

    [Fact]
    public async Task A_body_that_is_cut_off_is_read_or_refused_in_words()
    {
        var body = Body("Children looked after in 2025", "/releases/children");

        for (var length = 1; length < body.Length; length += 7)
        {
            AssertTold(await ResultAsync(body[..length]));
        }
    }

    [Fact]
    public async Task A_body_without_end_is_a_failed_read() =>
        AssertFailed(await ResultAsync(Body(new string('a', 1_000_000), "/a")));

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.UnprocessableContent)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_refusal_is_a_failed_read_whatever_comes_with_it(HttpStatusCode status)
    {
        AssertFailed(await ResultAsync("", status));
        AssertFailed(await ResultAsync(NoData, status));
        AssertFailed(await ResultAsync(Body("A title", "/a"), status));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_failed_read()
    {
        using var server = new EveryAddress(HttpStatusCode.OK, []) { NeverAnswers = true };

        AssertFailed(await ReadAsync(server, Address, CancellationToken.None));
    }

    [Fact]
    public async Task A_stop_of_the_program_is_no_fault_of_the_source()
    {
        using var server = new EveryAddress(HttpStatusCode.OK, []) { NeverAnswers = true };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(server, Address, stop.Token));
    }

    [Fact]
    public async Task A_list_that_never_ends_is_not_read_without_end()
    {
        using var server = new EveryAddress(HttpStatusCode.OK, Encoding.UTF8.GetBytes(Body("A title", "/a")));

        await ReadAsync(server, Address, CancellationToken.None);

        Assert.InRange(server.Requests, 1, 40);
    }

    [Fact]
    public async Task A_file_is_read_as_an_answer_is()
    {
        using var folder = new TempFolder();
        using var server = new EveryAddress(HttpStatusCode.InternalServerError, []);
        var file = folder.Write("source", Body("Children looked after in 2025", "https://www.example.org/releases/children"));

        var read = Assert.IsType<ReadResult.Read>(await ReadAsync(server, new Uri(file).AbsoluteUri, CancellationToken.None));

        Assert.Equal("Children looked after in 2025", Assert.Single(read.Entries).Title);
        Assert.Equal(0, server.Requests);
        AssertFailed(await ReadAsync(server, new Uri(folder.File("absent")).AbsoluteUri, CancellationToken.None));
    }

    private protected static void AssertFailed(ReadResult result) =>
        Assert.Matches(@"^\S[^\r\n\0]{5,2000}\S$", Assert.IsType<ReadResult.Failed>(result).Reason);

    private static void AssertTold(ReadResult result)
    {
        if (result is ReadResult.Read read)
        {
            Assert.All(read.Entries, entry => Assert.True(entry.Title.Length > 0 || entry.Text.Length > 0 || entry.Url is not null));
            Assert.All(read.Remarks, remark => Assert.Matches(@"^\S[^\r\n\0]{5,2000}$", remark));
        }
        else
        {
            AssertFailed(result);
        }
    }

    private protected async Task<ReadResult.Read> ReadAsync(string body) => Assert.IsType<ReadResult.Read>(await ResultAsync(body));

    private protected async Task<ReadResult> ResultAsync(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var server = new EveryAddress(status, Encoding.UTF8.GetBytes(body));
        return await ReadAsync(server, Address, CancellationToken.None);
    }

    private async Task<ReadResult> ReadAsync(EveryAddress server, string address, CancellationToken cancellationToken)
    {
        var clock = new StoppedClock();
        var fetcher = AFetcher.On(server, Settings);
        var reader = Reader(fetcher, Settings, clock);
        return await reader.ReadAsync(Configured(new Source("Example", reader.Kind, new(address), "Example", [], [])), since: null, cancellationToken);
    }
}

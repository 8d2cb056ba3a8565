using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Settings;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class SourceFetcherTests : IDisposable
{
    private const string Feed = "https://example.org/feed";

    private readonly CannedServer _server = new();

    [Fact]
    public async Task The_server_is_told_who_asks()
    {
        _server.Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes);

        await AFetcher.On(_server, new() { Contact = "admin@example.org" }).FetchAsync(new(Feed), since: null, CancellationToken.None);

        Assert.Equal("DigestWorker/1.0 (+admin@example.org)", Assert.Single(_server.Requests).Headers.NonValidated["User-Agent"].ToString());
    }

    [Theory]
    [InlineData(null, "DigestWorker/1.0")]
    [InlineData("https://example.org/contact", "DigestWorker/1.0 (+https://example.org/contact)")]
    [InlineData("a)\r\nX-Header: b\u00e9", "DigestWorker/1.0 (+aX-Header:b)")]
    public async Task A_contact_cannot_break_the_header(string? contact, string expected)
    {
        _server.Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes);

        await AFetcher.On(_server, new() { Contact = contact }).FetchAsync(new(Feed), since: null, CancellationToken.None);

        Assert.Equal(expected, Assert.Single(_server.Requests).Headers.NonValidated["User-Agent"].ToString());
    }

    [Fact]
    public async Task The_validators_come_back_as_they_were_sent()
    {
        _server.Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes, ("ETag", "W/odd tag"), ("Last-Modified", "Mon, 24 Nov 2025 09:00:00 GMT"));
        var fetched = Assert.IsType<FetchResult.Fetched>(await FetchAsync());

        await FetchAsync(fetched.Answer.Validators);

        var sent = _server.Requests[^1].Headers.NonValidated;
        Assert.Equal(("W/odd tag", "Mon, 24 Nov 2025 09:00:00 GMT"), (sent["If-None-Match"].ToString(), sent["If-Modified-Since"].ToString()));
    }

    [Fact]
    public async Task An_answer_without_validators_has_none()
    {
        _server.Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes);

        Assert.Null(Assert.IsType<FetchResult.Fetched>(await FetchAsync()).Answer.Validators);
    }

    [Fact]
    public async Task Not_modified_is_told_apart()
    {
        _server.Answers(Feed, HttpStatusCode.NotModified);

        Assert.IsType<FetchResult.NotModified>(await FetchAsync(new Validators("\"1\"", null)));
        Assert.Equal("the server answered 304 Not Modified, though nothing of it is known here", await ReasonAsync());
    }

    [Theory]
    [InlineData(401, "the server answered 401 Unauthorized: it wants a sign-in")]
    [InlineData(403, "the server answered 403 Forbidden: it refuses this program, or this machine")]
    [InlineData(404, "the server answered 404 Not Found: the address may have moved")]
    [InlineData(410, "the server answered 410 Gone: the publisher has taken it away for good")]
    [InlineData(429, "the server answered 429 Too Many Requests: it wants to be asked less often")]
    [InlineData(500, "the server answered 500 Internal Server Error: the fault is on its side")]
    [InlineData(503, "the server answered 503 Service Unavailable: it is overloaded or being worked on")]
    [InlineData(418, "the server answered 418 (it refuses the request)")]
    [InlineData(599, "the server answered 599 (the fault is on its side)")]
    [InlineData(204, "the server answered 204 (which is no answer with content)")]
    public async Task A_refusal_is_told_with_its_number(int status, string reason)
    {
        _server.Answers(Feed, (HttpStatusCode)status);

        Assert.Equal(reason, await ReasonAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_answer_is_unpacked(string encoding)
    {
        _server.Answers(Feed, HttpStatusCode.OK, Packed(AFetcher.FeedBytes, encoding), ("Content-Encoding", encoding));

        Assert.Equal(AFetcher.Feed, await TextAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    public async Task An_answer_that_is_only_said_to_be_packed_is_read_as_it_is(string encoding)
    {
        _server.Answers(Feed, HttpStatusCode.OK, AFetcher.FeedBytes, ("Content-Encoding", encoding));

        Assert.Equal(AFetcher.Feed, await TextAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_not_unpacked(string encoding)
    {
        _server.Answers(Feed, HttpStatusCode.OK, Packed(new byte[50_000_000], encoding), ("Content-Encoding", encoding));

        Assert.Equal("it is larger than 10 MB, the most that Collecting:MaxMegabytes allows", await ReasonAsync());
    }

    [Theory]
    [InlineData("gzip", new byte[] { 0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 255, 255, 255 })]
    [InlineData("br", new byte[] { 255, 255, 255, 255, 255, 255, 255, 255 })]
    public async Task A_body_that_cannot_be_unpacked_is_a_fault(string encoding, byte[] body)
    {
        _server.Answers(Feed, HttpStatusCode.OK, body, ("Content-Encoding", encoding));

        Assert.Equal("its body is packed in a way that cannot be unpacked, or is cut off", await ReasonAsync());
    }

    [Fact]
    public async Task A_body_larger_than_the_settings_allow_is_a_fault()
    {
        _server.Answers(Feed, HttpStatusCode.OK, new byte[10_000_001]);

        Assert.Equal("it is larger than 10 MB, the most that Collecting:MaxMegabytes allows", await ReasonAsync());
    }

    [Theory]
    [MemberData(nameof(NetworkFaults))]
    public async Task A_fault_of_the_network_is_told_in_words(HttpRequestError error, string reason)
    {
        _server.Fails(Feed, new HttpRequestException(error, "xyz"));

        Assert.Equal(reason, await ReasonAsync());
    }

    public static TheoryData<HttpRequestError, string> NetworkFaults => new()
    {
        { HttpRequestError.NameResolutionError, "its host name cannot be found" },
        { HttpRequestError.ConnectionError, "no connection can be made to the server" },
        { HttpRequestError.SecureConnectionError, "no secure connection can be made: its certificate is not valid, or the server wants another protocol" },
        { HttpRequestError.InvalidResponse, "its answer is no valid HTTP" },
        { HttpRequestError.Unknown, "the connection broke off before the whole answer had arrived" },
    };

    [Fact]
    public async Task A_closed_port_is_told_in_words()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();

        var result = await AFetcher.OnNetwork().FetchAsync(address, since: null, CancellationToken.None);

        Assert.Equal("no connection can be made to the server", Assert.IsType<FetchResult.Failed>(result).Reason);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_dressed_up_as_one_of_the_source()
    {
        _server.Fails(Feed, new NotSupportedException());

        await Assert.ThrowsAsync<NotSupportedException>(() => FetchAsync());
    }

    public void Dispose() => _server.Dispose();

    private Task<FetchResult> FetchAsync(Validators? since = null) => AFetcher.On(_server).FetchAsync(new(Feed), since, CancellationToken.None);

    private async Task<string> ReasonAsync() => Assert.IsType<FetchResult.Failed>(await FetchAsync()).Reason;

    private async Task<string> TextAsync() => Encoding.UTF8.GetString(Assert.IsType<FetchResult.Fetched>(await FetchAsync()).Answer.Bytes);

    private static byte[] Packed(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        })
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }
}

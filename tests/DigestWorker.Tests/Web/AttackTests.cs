using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>Every kind of page, as somebody meets it who means no good.</summary>
public sealed class AttackTests : PageTests
{
    private string _reader = "", _team = "";

    private static readonly string[] Tokens =
        ["00000000000000000000000000000000", "short", "../../etc/passwd", "%2e%2e%2f", "' or '1'='1", "%00", new string('a', 2_000), "💥"];

    [Theory]
    [InlineData("u/"), InlineData("p/"), InlineData("team/"), InlineData("confirm/"), InlineData("w/2026-W47/")]
    public async Task A_forged_or_cut_off_token_opens_nothing_and_says_nothing(string page)
    {
        HttpMethod[] methods = page.StartsWith("w/", StringComparison.Ordinal) ? [HttpMethod.Get] : [HttpMethod.Get, HttpMethod.Post];
        foreach (var (token, method) in Tokens.SelectMany(token => methods.Select(method => (token, method))))
        {
            using var nothing = method == HttpMethod.Post ? new FormUrlEncodedContent([]) : null;
            var answer = await Visitor.SendAsync(method, page + Uri.EscapeDataString(token), nothing, []);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.DoesNotContain("@", answer.Body.Replace("@media", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_token_of_one_page_opens_no_page_of_another_kind()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.LookAsync($"team/{_reader}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.LookAsync($"p/{_team}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.SendAsync($"u/{_team}")).Status);
        var foreign = (await Visitor.LookAsync($"team/{_team}")).FormToken;
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync($"p/{_reader}", ("form", foreign), ("role", "headteacher"))).Status);
    }

    [Fact]
    public async Task Fifty_looks_by_a_scanner_at_every_page_change_nothing()
    {
        var before = Newsroom.Scalar("select count(*) from subscriber_change");
        foreach (var page in new[] { $"u/{_reader}", $"p/{_reader}", $"p/{_reader}/erase", $"team/{_team}", $"team/{_team}/export", "subscribe" })
        {
            foreach (var _ in Enumerable.Range(0, 50))
            {
                Assert.True((await Visitor.LookAsync(page)).Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests);
            }
        }

        Assert.Equal(before, Newsroom.Scalar("select count(*) from subscriber_change"));
        Assert.Equal(SubscriberState.Active, Reader().State);
    }

    [Theory]
    [InlineData("evil.example.org")]
    [InlineData("digest.example.org.evil.example.org")]
    [InlineData("digest.example.org@evil.example.org")]
    public async Task Another_host_than_ours_is_refused(string host)
    {
        var answer = await RawAsync($"GET /u/{_reader} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_request_says_is_where_it_is_sent_on_to()
    {
        foreach (var path in new[] { "//evil.example.org", "u/..%2f..%2fevil.example.org", $"u/{_reader}?next=https://evil.example.org", "\\evil.example.org" })
        {
            var answer = await Visitor.LookAsync(path, ("X-Forwarded-Host", "evil.example.org"), ("X-Original-URL", "/status"));
            Assert.False(answer.Headers.ContainsKey("Location"));
            Assert.DoesNotContain("evil", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_unread()
    {
        using var large = new FormUrlEncodedContent([KeyValuePair.Create("email", new string('a', 100_000))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Visitor.SendAsync(HttpMethod.Post, "subscribe", large, [])).Status);

        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 1_000).Select(at => KeyValuePair.Create($"f{at}", "1")));
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(HttpMethod.Post, "subscribe", many, [])).Status);
    }

    [Theory]
    [InlineData(new string[0], "192.0.2.{0}", HttpStatusCode.TooManyRequests)]
    [InlineData(new[] { "10.9.9.9" }, "192.0.2.{0}", HttpStatusCode.TooManyRequests)]
    [InlineData(new[] { "127.0.0.1" }, "192.0.2.{0}, 10.9.9.9", HttpStatusCode.TooManyRequests)]
    [InlineData(new[] { "127.0.0.1", "10.9.9.9" }, "192.0.2.{0}, 10.9.9.9", HttpStatusCode.OK)]
    public async Task A_client_is_told_apart_by_the_word_of_configured_proxies_alone(string[] proxies, string forwarded, HttpStatusCode last)
    {
        using var newsroom = new Newsroom(Monday) { PublicUrl = "https://digest.example.org/", Proxies = proxies };
        await using var surface = await newsroom.OpenPagesAsync();
        using var visitor = new Visitor(surface.Address!);
        var status = HttpStatusCode.OK;
        foreach (var at in Enumerable.Range(0, 310))
        {
            status = (await visitor.LookAsync("subscribe", ("X-Forwarded-For", string.Format(CultureInfo.InvariantCulture, forwarded, at % 250)))).Status;
        }

        Assert.Equal(last, status);
    }

    [Fact]
    public async Task Mails_that_a_form_makes_are_limited_for_a_client_and_stopping_never_is()
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var at in Enumerable.Range(0, 70))
        {
            statuses.Add((await Visitor.SendAsync("subscribe", ("email", $"a{at}@example.org"), ("role", "headteacher"))).Status);
        }

        Assert.Equal(10, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        foreach (var _ in Enumerable.Range(0, 400))
        {
            Assert.Equal(HttpStatusCode.OK, (await Visitor.SendAsync($"u/{_reader}")).Status);
        }
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_caches_indexing_and_referrers()
    {
        foreach (var path in new[] { "subscribe", $"p/{_reader}", $"team/{_team}", "nothing", "healthz/live" })
        {
            var headers = (await Visitor.LookAsync(path)).Headers;
            Assert.StartsWith("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("no-store no-referrer nosniff", $"{headers["Cache-Control"]} {headers["Referrer-Policy"]} {headers["X-Content-Type-Options"]}");
            Assert.StartsWith("noindex", headers["X-Robots-Tag"], StringComparison.Ordinal);
            Assert.False(headers.ContainsKey("Set-Cookie") || headers.ContainsKey("Server"));
        }
    }

    [Fact]
    public async Task A_name_with_a_script_in_it_stays_text_on_the_page_of_the_team()
    {
        Get<Teams>().Add("north", [new Joiner("x@example.org", "<script>alert(1)</script>", ["governor"], [])], (Actor.Admin, Monday));
        var page = await Visitor.LookAsync($"team/{_team}");

        Assert.Contains("&lt;script&gt;", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Health_says_whether_the_database_answers()
    {
        Assert.Equal("live\n", (await Visitor.LookAsync("healthz/live")).Body);
        Assert.Equal("ready\n", (await Visitor.LookAsync("healthz/ready")).Body);
    }

    private protected override Newsroom Open() => new(Monday) { PublicUrl = "https://digest.example.org/", Proxies = ["10.9.9.9"] };

    private protected override Task PrepareAsync()
    {
        Get<Teams>().Add("north", [new Joiner("lead@example.org", null, ["governor"], [])], (Actor.Admin, Monday));
        var lists = Get<TeamLists>();
        _team = lists.Token(Assert.Single(lists.All(new DateOnly(2026, 11, 23))).Id);
        _reader = Reader().Token;
        return Task.CompletedTask;
    }

    private Subscriber Reader() => Subscribers().Single(one => one.Email == "lead@example.org");

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

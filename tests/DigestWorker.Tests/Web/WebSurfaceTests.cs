using System.Net;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using DigestWorker.Web;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Web;

/// <summary>The pages that a mail links to, over real HTTP, as a mail program and a person reach them.</summary>
public sealed class WebSurfaceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6)) { PublicUrl = "https://digest.example.org/weekly/" };
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private WebSurface _surface = null!;
    private Profile _profile = null!;
    private string _mail = "", _token = "";

    [Fact]
    public void A_mail_carries_the_one_click_header_and_links_that_hold_no_address()
    {
        Assert.Contains($"List-Unsubscribe:\r\n <https://digest.example.org/weekly/u/{_token}>,\r\n <mailto:team@example.org?subject=stop-{_token}>", _mail, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", _mail, StringComparison.Ordinal);
        Assert.Contains($"https://digest.example.org/weekly/w/2026-W47/{_token}", _mail.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(32, _token.Length);
    }

    [Fact]
    public async Task Looking_at_the_page_changes_nothing_however_often()
    {
        foreach (var method in Enumerable.Repeat(HttpMethod.Get, 20).Append(HttpMethod.Head))
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(method, $"u/{_token}")).Status);
        }

        Assert.Equal(SubscriberState.Active, State());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--")]
    public async Task One_post_stops_at_once_and_a_second_says_the_same(string contentType, string body)
    {
        var first = await SendAsync(HttpMethod.Post, $"u/{_token}", contentType, body);
        var second = await SendAsync(HttpMethod.Post, $"u/{_token}", contentType, body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, first.Body), (first.Status, second.Status, second.Body));
        Assert.Equal(SubscriberState.Unsubscribed, State());
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber_change where change = 'stopped' and actor = 'Subscriber'"));
        Assert.Equal(JoinOutcome.OptedOut, Subscribers().Add(new Joiner("lead@example.org", null, ["designated-safeguarding-lead"], []), Monday));
    }

    [Fact]
    public async Task A_stop_is_taken_back_within_ten_minutes_and_not_later()
    {
        await SendAsync(HttpMethod.Post, $"u/{_token}");
        await SendAsync(HttpMethod.Post, $"u/{_token}/undo");
        Assert.Equal(SubscriberState.Active, State());

        await SendAsync(HttpMethod.Post, $"u/{_token}");
        _newsroom.Clock.Now = Monday.AddMinutes(11);
        var late = await SendAsync(HttpMethod.Post, $"u/{_token}/undo");

        Assert.Equal((SubscriberState.Unsubscribed, true), (State(), late.Body.Contains("Still stopped", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_had_left_before_the_stop_is_not_subscribed_by_taking_it_back()
    {
        Subscribers().Remove("lead@example.org", Monday);
        await SendAsync(HttpMethod.Post, $"u/{_token}");

        var back = await SendAsync(HttpMethod.Post, $"u/{_token}/undo");

        Assert.Contains("The stop is taken back", back.Body, StringComparison.Ordinal);
        Assert.Empty(Subscribers().All());
        Assert.Equal(JoinOutcome.Joined, Subscribers().Add(new Joiner("lead@example.org", null, ["designated-safeguarding-lead"], []), Monday));
    }

    [Fact]
    public async Task Whom_a_team_let_go_between_the_stop_and_its_undoing_is_not_subscribed_by_nobody()
    {
        var teams = _newsroom.Services.GetRequiredService<Teams>();
        teams.Add("Board", [new Joiner("lead@example.org", null, ["governor"], [])], (Actor.Admin, Monday));
        _newsroom.Scalar("delete from subscription; select 0");
        await SendAsync(HttpMethod.Post, $"u/{_token}");
        Assert.True(teams.Remove("lead@example.org", "Board", Monday));

        await SendAsync(HttpMethod.Post, $"u/{_token}/undo");

        Assert.Empty(Subscribers().All());
        Assert.Equal(JoinOutcome.Joined, Subscribers().Add(new Joiner("lead@example.org", null, ["governor"], []), Monday));
    }

    [Fact]
    public async Task One_click_stops_the_mailbox_under_both_spellings_of_its_domain()
    {
        _newsroom.Scalar("""
            update subscriber set email = 'lead@schöne-schule.example.org', address = 'lead@schöne-schule.example.org';
            insert into subscriber (email, address, state, since, token)
            values ('lead@xn--schne-schule-6ib.example.org', 'lead@xn--schne-schule-6ib.example.org', 'Active', '2026-11-01T07:30:00Z', 'other');
            select 0
            """);

        await SendAsync(HttpMethod.Post, $"u/{_token}", body: "List-Unsubscribe=One-Click");

        Assert.All(Subscribers().Everybody(), one => Assert.Equal(SubscriberState.Unsubscribed, one.State));
        Assert.Contains("This digest is stopped", (await SendAsync(HttpMethod.Get, "u/other")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_that_cannot_be_taken_back_offers_no_button_for_it()
    {
        _newsroom.Scalar("update subscriber set state = 'Suppressed'; select 0");

        var stopped = await SendAsync(HttpMethod.Post, $"u/{_token}");
        var back = await SendAsync(HttpMethod.Post, $"u/{_token}/undo");

        Assert.DoesNotContain("Take it back", stopped.Body, StringComparison.Ordinal);
        Assert.Contains("Still stopped", back.Body, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Unsubscribed, State());
    }

    [Theory]
    [InlineData("u/00000000000000000000000000000000")]
    [InlineData("u/' or 1=1 --")]
    [InlineData("w/2026-W47/00000000000000000000000000000000")]
    [InlineData("w/2026-W99/x")]
    [InlineData("anything/else")]
    public async Task A_link_that_opens_nothing_says_so_and_tells_nothing(string path)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("example.org", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_address_masked_and_is_kept_by_nobody()
    {
        var (_, body, headers) = await SendAsync(HttpMethod.Get, $"u/{_token}");

        Assert.Contains("l***@example.org", body, StringComparison.Ordinal);
        Assert.DoesNotContain("lead@example.org", body, StringComparison.Ordinal);
        Assert.Equal("no-store", headers["Cache-Control"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.StartsWith("noindex", headers["X-Robots-Tag"], StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.False(headers.ContainsKey("Set-Cookie") || headers.ContainsKey("Server"));
    }

    [Fact]
    public async Task A_digest_whose_text_is_not_kept_any_more_says_so()
    {
        _newsroom.Clock.Now = Monday.AddDays(40);
        _newsroom.Services.GetRequiredService<Housekeep>().Run();

        var (status, body, _) = await SendAsync(HttpMethod.Get, $"w/2026-W47/{_token}");

        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("This digest is not kept any more", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_behind_the_proxy_are_told_apart_by_its_word()
    {
        using var visitor = new Visitor(_surface.Address!);
        foreach (var at in Enumerable.Range(0, 310))
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.LookAsync($"p/{_token}", ("X-Forwarded-For", $"192.0.2.{at % 250}"))).Status);
        }
    }

    [Fact]
    public async Task A_digest_reads_online_as_it_was_mailed_with_a_way_to_skip_to_it()
    {
        var (status, body, _) = await SendAsync(HttpMethod.Get, $"w/2026-W47/{_token}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You were added on 17 November 2026 by the sender of this digest.", body, StringComparison.Ordinal);
        Assert.Contains("href=\"#digest\"", body, StringComparison.Ordinal);
        Assert.Contains("<main>", body, StringComparison.Ordinal);
        Assert.EndsWith("</main>\n</body>\n</html>\n", body, StringComparison.Ordinal);
        Assert.Contains($"<title>{_profile.Subject}</title>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\uE000", body, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;
        var digest = Assert.Single((await _newsroom.DigestAsync()).Published.Digests);
        (_profile, _token) = (digest.Profile, digest.Subscriber.Token);
        _mail = await File.ReadAllTextAsync(Assert.Single(_newsroom.Mails));
        _surface = await _newsroom.OpenPagesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _surface.DisposeAsync();
        _http.Dispose();
        _newsroom.Dispose();
    }

    private Subscribers Subscribers() => _newsroom.Services.GetRequiredService<Subscribers>();

    private SubscriberState State() =>
        Subscribers().All() is [var subscriber] ? subscriber.State : SubscriberState.Unsubscribed;

    private async Task<(HttpStatusCode Status, string Body, Dictionary<string, string> Headers)> SendAsync(
        HttpMethod method, string path, string? contentType = null, string body = "")
    {
        using var request = new HttpRequestMessage(method, $"{_surface.Address}/{path}");
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType ?? "application/x-www-form-urlencoded");
        }

        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = answer.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), headers);
    }
}

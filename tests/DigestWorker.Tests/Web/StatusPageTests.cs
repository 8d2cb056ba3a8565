using System.Net;
using System.Text;
using DigestWorker.Tests.Support;
using DigestWorker.Web;

namespace DigestWorker.Tests.Web;

/// <summary>What the admin sees of the service, and who else does not.</summary>
public sealed class StatusPageTests : IAsyncLifetime
{
    private const string Token = "abcdefghij0123456789";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6)) { PublicUrl = "https://digest.example.org/", StatusToken = Token };
    private WebSurface _surface = null!;
    private Visitor _public = null!, _machine = null!;

    [Fact]
    public async Task It_shows_next_runs_the_last_edition_the_queue_subscribers_checks_and_sources()
    {
        var page = await _machine.LookAsync("status");

        Assert.Equal((HttpStatusCode.OK, "Status"), (page.Status, page.Title));
        Assert.Contains("The edition goes out: Mon 30 Nov 2026 07:30", page.Body, StringComparison.Ordinal);
        Assert.Contains("2026-W47: 1 subscribers", page.Body, StringComparison.Ordinal);
        Assert.Contains("Sent: 1", page.Body, StringComparison.Ordinal);
        Assert.Contains("Active: 1", page.Body, StringComparison.Ordinal);
        Assert.Contains("charity", page.Body, StringComparison.Ordinal);
        Assert.Contains("Delivery:Transport is Pickup", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("lead@example.org", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "<h1")]
    [InlineData("txt", "YOUR WEEK IN SAFEGUARDING")]
    [InlineData("eml", "Subject: ")]
    public async Task Each_role_has_a_preview_in_three_forms(string form, string holds) =>
        Assert.Contains(holds, (await _machine.LookAsync($"status/preview/designated-safeguarding-lead.{form}")).Body, StringComparison.Ordinal);

    [Fact]
    public async Task At_the_public_address_it_takes_the_token()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _public.LookAsync("status")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _public.LookAsync("status", ("Authorization", Basic("wrong")))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _public.LookAsync("status/preview/headteacher.html", ("Authorization", "Basic !"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _public.LookAsync("status", ("Authorization", Basic(Token)))).Status);
    }

    [Theory]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Port", "8026")]
    public async Task No_header_makes_a_visitor_somebody_at_the_machine(string name, string value) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await _public.LookAsync("status", (name, value))).Status);

    public async ValueTask InitializeAsync()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Publish("charity", NewsItem.Grooming("a"));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;
        await _newsroom.DigestAsync();
        _surface = await _newsroom.OpenPagesAsync();
        (_public, _machine) = (new Visitor(_surface.Address!), new Visitor(_surface.StatusAddress!));
    }

    public async ValueTask DisposeAsync()
    {
        _public.Dispose();
        _machine.Dispose();
        await _surface.DisposeAsync();
        _newsroom.Dispose();
    }

    private static string Basic(string token) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{token}"))}";
}

using System.Net;
using System.Text;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>What the admin sees of the service, and who else does not.</summary>
public sealed class StatusPageTests : PageTests
{
    private const string Token = "abcdefghij0123456789";

    [Fact]
    public async Task It_shows_next_runs_the_last_edition_the_queue_subscribers_checks_and_sources()
    {
        var page = await Machine.LookAsync("status");

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
        Assert.Contains(holds, (await Machine.LookAsync($"status/preview/designated-safeguarding-lead.{form}")).Body, StringComparison.Ordinal);

    [Fact]
    public async Task At_theVisitor_address_it_takes_the_token()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Visitor.LookAsync("status")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Visitor.LookAsync("status", ("Authorization", Basic("wrong")))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Visitor.LookAsync("status/preview/headteacher.html", ("Authorization", "Basic !"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Visitor.LookAsync("status", ("Authorization", Basic(Token)))).Status);
    }

    [Theory]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Port", "8026")]
    public async Task No_header_makes_aVisitor_somebody_at_theMachine(string name, string value) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Visitor.LookAsync("status", (name, value))).Status);

    private protected override Newsroom Open() => new(Monday.AddDays(-6)) { PublicUrl = "https://digest.example.org/", StatusToken = Token };

    private protected override async Task PrepareAsync()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("lead@example.org");
        Newsroom.Clock.Now = Monday;
        await Newsroom.DigestAsync();
    }

    private static string Basic(string token) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{token}"))}";
}

using System.Net;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>The pages where nobody joins by themselves: none of them leads to one that is not there, or promises it.</summary>
public sealed class WithoutJoiningTests : PageTests
{
    private string _token = "";

    [Fact]
    public async Task A_stopped_digest_offers_no_way_back_by_a_page()
    {
        var stopped = await Visitor.SendAsync($"u/{_token}");
        Newsroom.Clock.Now = Monday.AddMinutes(11);

        Assert.Equal("Stopped", stopped.Title);
        Assert.DoesNotContain("subscribe\"", (await Visitor.LookAsync($"u/{_token}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("subscribe\"", (await Visitor.SendAsync($"u/{_token}/undo")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.LookAsync("subscribe")).Status);
    }

    [Fact]
    public async Task Whoever_is_about_to_be_erased_is_promised_no_way_back()
    {
        var asked = await Visitor.LookAsync($"p/{_token}/erase");

        Assert.Equal("Delete all data on this address?", asked.Title);
        Assert.DoesNotContain("You yourself can", asked.Body, StringComparison.Ordinal);
    }

    private protected override Newsroom Open() => new(Monday) { PublicUrl = "https://digest.example.org/weekly/", Joining = false };

    private protected override Task PrepareAsync()
    {
        Newsroom.Subscribe("lead@example.org");
        _token = Assert.Single(Subscribers()).Token;
        return Task.CompletedTask;
    }
}

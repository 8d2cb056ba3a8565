using System.Net;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Web;

/// <summary>The page of all that a digest had no room for.</summary>
public sealed class RestOfTheWeekTests : PageTests
{
    private static readonly string[] Subjects =
        ["attendance", "neglect", "grooming", "sextortion", "bullying", "suspensions", "homelessness", "vaping", "exclusions", "radicalisation", "slavery", "imagery"];

    private string _page = "", _mail = "";

    [Fact]
    public async Task All_that_found_no_room_stands_there_and_nothing_that_the_digest_holds()
    {
        var page = await Visitor.LookAsync(_page + "/all");

        Assert.Equal((HttpStatusCode.OK, "What found no room"), (page.Status, page.Title));
        var shown = Subjects.Where(subject => page.Body.Contains($"about {subject}</a>", StringComparison.Ordinal)).ToList();
        Assert.Equal(Newsroom.Scalar("select count(*) from release") - 10, shown.Count);
        Assert.NotEmpty(shown);
        Assert.All(shown, subject => Assert.DoesNotContain($"about {subject}<", _mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_mail_and_its_page_lead_there()
    {
        var page = await Visitor.LookAsync(_page);

        Assert.Contains($"https://digest.example.org/weekly/{_page}/all\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("This page is yours alone", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w/2026-W47/00000000000000000000000000000000/all")]
    [InlineData("w/2026-W99/x/all")]
    public async Task A_link_that_opens_no_digest_opens_nothing_here_either(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor.LookAsync(path)).Status);

    [Fact]
    public async Task What_is_held_about_people_stands_on_a_page_for_everybody()
    {
        var page = await Visitor.LookAsync("p/privacy");

        Assert.Equal((HttpStatusCode.OK, "What we hold about you"), (page.Status, page.Title));
        Assert.All(
            ["your email address", "your consent", "legitimate interests", "13 months", "see, correct or erase", "ico.org.uk"],
            words => Assert.Contains(words, page.Body, StringComparison.Ordinal));
    }

    private protected override async Task PrepareAsync()
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Publish("charity", [.. Subjects.Select((subject, at) => new FeedEntry($"{at}", $"Pages {at} about {subject}", $"Schools should read what is new about {subject} and about online safety."))]);
        await Newsroom.CollectAsync();
        Newsroom.Subscribe("lead@example.org");
        var digest = Assert.Single((await Newsroom.DigestAsync()).Published.Digests);
        (_page, _mail) = ($"w/2026-W47/{digest.Subscriber.Token}", digest.Profile.Html);
    }
}

using DigestWorker.Composing;
using DigestWorker.Composing.Website;

namespace DigestWorker.Tests.Composing.Website;

public sealed class PublicEditionTests
{
    [Fact]
    public void A_personal_line_and_a_personal_link_leave_no_trace()
    {
        var page = PublicEdition.Of($"""
            <html><head></head><body class="x"><h1 class="y">Your week</h1><p>{PersonalSlots.Mark(PersonalSlots.WhyYouGetThis)}</p>
            <p><a href="https://example.org/">Source</a> <a class="lnk" href="{PersonalSlots.Mark("stop")}">Stop
            this</a><br>{PersonalSlots.Mark("greeting")}!</p></body></html>
            """);

        var body = MailText.Parse(page).Body!;
        Assert.DoesNotContain(page, letter => letter is PersonalSlots.Open or PersonalSlots.Close);
        Assert.DoesNotContain("Stop", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<br>", page, StringComparison.Ordinal);
        Assert.Equal(["#digest", "https://example.org/"], body.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("the public copy", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_link_leads_to_the_heading()
    {
        var document = MailText.Parse(PublicEdition.Of("""<html><head><title>t</title></head><body lang="en-GB"><h1 class="ink">Your week</h1></body></html>"""));

        Assert.Equal("#digest", document.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.Equal("Your week", document.GetElementById("digest")!.TextContent);
        Assert.Contains("@media print", document.Head!.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_heading_there_is_nothing_to_skip_to() =>
        Assert.Empty(MailText.Parse(PublicEdition.Of("<html><head></head><body><p>Own template</p></body></html>")).QuerySelectorAll("a"));
}

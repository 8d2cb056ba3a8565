using DigestWorker.Composing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

public sealed class HostileSourceTests
{
    private const string Hostile =
        "<script>alert(1)</script><img src=x onerror=alert(2)> \"'`=&amp; {{Words.Sender}} {{#each}} \u202eevil\u202c z\u200be\u200dro \r\nBcc: x@example.org \ue000why\ue001 \u0007";

    private static readonly ComposedDigest Digest = Compose();

    [Fact]
    public void Nothing_of_it_becomes_markup()
    {
        var document = MailText.Parse(Digest.Html);

        Assert.Empty(document.QuerySelectorAll("script, img, iframe, form, link, object"));
        Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Contains("<script>alert(1)</script>", document.QuerySelector("h3")!.TextContent);
    }

    [Fact]
    public void Template_syntax_in_it_is_shown_and_does_nothing()
    {
        Assert.Contains("{{Words.Sender}} {{#each}}", Digest.Text);
        Assert.Contains("{{Words.Sender}} {{#each}}", MailText.Parse(Digest.Html).QuerySelector("h3")!.TextContent);
    }

    [Fact]
    public void The_text_shows_it_as_it_is_without_entities()
    {
        Assert.Contains("<script>alert(1)</script><img src=x", Digest.Text);
        Assert.DoesNotContain("&lt;", Digest.Text);
    }

    [Theory]
    [InlineData('\u202e')]
    [InlineData('\u202c')]
    [InlineData('\u200b')]
    [InlineData('\u200d')]
    [InlineData('\u0007')]
    [InlineData('\r')]
    public void Hidden_characters_are_gone(char hidden) => Assert.DoesNotContain(hidden, Digest.Html + Digest.Text);

    [Fact]
    public void It_cannot_open_a_personal_slot()
    {
        // The notice and why somebody gets the mail.
        Assert.Equal((2, 2), (Digest.Html.Count(letter => letter == PersonalSlots.Open), Digest.Text.Count(letter => letter == PersonalSlots.Open)));
    }

    [Fact]
    public void The_subject_and_the_preheader_take_no_word_from_a_source()
    {
        var preheader = MailText.Parse(Digest.Html).QuerySelector("div")!.TextContent;

        Assert.Equal("Safeguarding digest 23 Nov: 2 releases", Digest.Subject);
        Assert.Equal("Online safety, chosen for your role. About 2 minutes to read.", preheader);
        Assert.All(SampleWeek.Roles, role =>
        {
            var digest = Composer.Compose(SampleWeek.For(role));
            Assert.True(NeutralWords.Are(digest.Subject));
            Assert.True(NeutralWords.Are(MailText.Parse(digest.Html).QuerySelector("div")!.TextContent));
        });
    }

    private static ComposedDigest Compose()
    {
        var entry = An.Entry(Hostile, Hostile) with { Url = new Uri("https://example.org/\"onmouseover=alert(1)>") };
        var lead = An.Stored(entry, Hostile, topics: ["online-safety"], areas: [Hostile]);
        var other = An.Stored(entry with { Title = Hostile + "2" }, Hostile + "2", Kind.News, ["online-safety"]);
        var role = A.Role(("online-safety", 2)) with { FullReleases = 1 };
        return Composer.Compose(A.Request(role, A.Release(1, lead, other), A.Release(2, lead)) with { UnreadSources = [Hostile] });
    }
}

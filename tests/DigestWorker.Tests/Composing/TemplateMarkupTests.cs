using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestWorker.Tests.Composing;

/// <summary>What an accessible, sturdy HTML mail needs.</summary>
public sealed class TemplateMarkupTests
{
    private static readonly string Html = Composer.Compose(SampleWeek.For(SampleWeek.Partnership with { FullReleases = 3 }, "Kent")).Html;

    private readonly IHtmlDocument _document = MailText.Parse(Html);

    [Fact]
    public void Html_and_body_both_say_language_and_direction()
    {
        Assert.All(new IElement[] { _document.DocumentElement, _document.Body! }, element =>
        {
            Assert.Equal("en-GB", element.GetAttribute("lang"));
            Assert.Equal("ltr", element.GetAttribute("dir"));
        });
    }

    [Fact]
    public void The_title_is_the_subject_and_headings_go_down_one_by_one()
    {
        Assert.Equal("Safeguarding digest 23 Nov: 3 releases, 2 guidance pages", _document.Title);
        Assert.Equal(
            ["H1", "H2", "H2", "H3", "H3", "H2", "H3", "H2", "H2", "H2"],
            _document.QuerySelectorAll("h1, h2, h3").Select(heading => heading.TagName));
    }

    [Fact]
    public void Tables_that_only_lay_out_say_so() =>
        Assert.All(_document.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));

    [Fact]
    public void Links_are_underlined_and_say_where_they_go()
    {
        Assert.All(_document.QuerySelectorAll("a"), link =>
        {
            Assert.Contains("text-decoration:underline", link.GetAttribute("style"));
            Assert.InRange(link.TextContent.Length, 10, 250);
        });
    }

    [Fact]
    public void Nothing_is_fetched_or_run()
    {
        Assert.Empty(_document.QuerySelectorAll("img, script, form, iframe, link, object, video, input, [background]"));
        Assert.DoesNotContain("url(", Html);
        Assert.DoesNotContain("@import", Html);
    }

    [Fact]
    public void It_is_ready_for_the_dark_and_for_outlook()
    {
        Assert.Contains("prefers-color-scheme:dark", Html);
        Assert.Contains("<!--[if mso]>", Html);
    }
}

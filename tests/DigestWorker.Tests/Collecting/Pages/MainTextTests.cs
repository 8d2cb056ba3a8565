using DigestWorker.Collecting.Pages.MainParts;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class MainTextTests
{
    private static readonly Uri Address = new("https://www.example.org/page");

    private const string Sentence = "The board has published its yearly report on children who were at risk. ";

    [Fact]
    public void Without_a_main_element_the_part_with_most_paragraphs_is_the_text()
    {
        var html = $"""
            <body><div class="top"><a href="/">Home</a><a href="/a">About the board and all of its many members</a></div>
            <div class="left"><p><a href="/b">A link with very many words that leads to some other page of the site</a></p></div>
            <div class="text"><h1>Yearly report</h1><p>{Sentence}</p><p>{Sentence}</p><ul><li>One</li></ul></div></body>
            """;

        Assert.Equal($"{Sentence.Trim()}\n\n{Sentence.Trim()}\n\n- One", MainText.Of(html, Address).Text);
    }

    [Fact]
    public void Where_one_article_is_most_of_the_page_the_rest_is_left_out()
    {
        var html = $"<main><article><header><h1>Yearly report</h1></header><p>{Sentence}{Sentence}</p></article><p>More from us</p></main>";

        Assert.Equal(new MainText(($"{Sentence}{Sentence}").Trim(), "Yearly report", null), MainText.Of(html, Address));
    }

    [Fact]
    public void A_page_that_is_all_cards_keeps_them_all()
    {
        var html = "<main><article><p>One thing</p></article><article><p>Another thing</p></article></main>";

        Assert.Equal("One thing\n\nAnother thing", MainText.Of(html, Address).Text);
    }

    [Theory]
    [InlineData("nationalgeographic.co.uk.goats.html", "Ravenous wild goats", "It takes four hours to sail to Redonda", "nature can recover.”")]
    [InlineData("voice-online.co.uk-elites.html", "Code of the elites", "A RACIAL Code blocks Black high flyers", "ticking every other box.")]
    public void The_text_of_a_real_page_is_found_from_its_beginning_to_its_end(string page, string heading, string beginning, string end)
    {
        Folders.NeedShared();

        var main = MainText.Of(File.ReadAllText(Path.Combine(Folders.Shared, "real", "html", "pages", page)), Address);

        Assert.StartsWith(heading, main.Heading, StringComparison.Ordinal);
        Assert.Contains(beginning, main.Text, StringComparison.Ordinal);
        Assert.Contains(end, main.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cookie", main.Text, StringComparison.OrdinalIgnoreCase);
    }
}

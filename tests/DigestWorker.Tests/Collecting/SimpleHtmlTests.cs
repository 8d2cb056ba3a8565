using DigestWorker.Collecting;

namespace DigestWorker.Tests.Collecting;

public sealed class SimpleHtmlTests
{
    [Theory]
    [InlineData("<p>One &amp; <a href=\"https://example.org/?a=1&amp;b=2\">two</a></p><ul class=\"x\"><li>Three</li></ul>")]
    [InlineData("<p>It’s 5&nbsp;% &#8211; up<br />Next</p>")]
    [InlineData("R & D <img src=\"x.png\" alt=\"\" /> done")]
    [InlineData("<div><h3>Title</h3><table><tr><td>1</td><td>2</td></tr></table></div>")]
    public void Simple_html_reads_as_the_tokenizer_reads_it(string html) =>
        Assert.Equal(HtmlTokens.Read(html).ToString(), SimpleHtml.TryRead(html)?.ToString());

    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<!-- x -->")]
    [InlineData("<a title=\"a > b\">x</a>")]
    [InlineData("<a title='x'>x</a>")]
    [InlineData("<P>x</P>")]
    [InlineData("a < b")]
    [InlineData("a <b")]
    [InlineData("<b<i>x")]
    [InlineData("R&D")]
    [InlineData("&unknown;")]
    [InlineData("&copy 2025")]
    [InlineData("<>")]
    [InlineData("</>")]
    public void Unusual_html_is_left_to_the_tokenizer(string html) => Assert.Null(SimpleHtml.TryRead(html));
}

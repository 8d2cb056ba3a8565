using DigestWorker.Collecting;

namespace DigestWorker.Tests.Collecting;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("Plain text", "Plain text")]
    [InlineData("  Plain \n text  ", "Plain text")]
    [InlineData("One\n\nTwo", "One\n\nTwo")]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<div>One<div>Two</div></div>", "One\n\nTwo")]
    [InlineData("One<br>Two<br/>Three", "One\nTwo\nThree")]
    [InlineData("<P CLASS=x>One<BR>Two</P>", "One\nTwo")]
    [InlineData("<h2>Findings</h2><ul><li>First</li><li><p>Second</p></li></ul><p>After</p>", "Findings\n\n- First\n- Second\n\nAfter")]
    [InlineData("<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>", "- One\n- Inner\n- Two")]
    [InlineData("<ul><li></li><li>Only</li></ul>", "- Only")]
    [InlineData("<table><tr><th>Area</th><th>Children</th></tr><tr><td>Leeds</td><td>1,234</td></tr></table>", "Area | Children\nLeeds | 1,234")]
    [InlineData("Children&rsquo;s &amp; young people&#8217;s &#x2019;", "Children’s & young people’s ’")]
    [InlineData("R&D, 5 < 6 and a<b", "R&D, 5 < 6 and a")]
    [InlineData("Under 5s: <5% &copy 2025", "Under 5s: <5% © 2025")]
    [InlineData("a&nbsp;&nbsp; b", "a b")]
    [InlineData("A <b>bold</b><i>er</i> word", "A bolder word")]
    [InlineData("<p>Kept</p><script>if (a < b) { drop('<p>'); }</script><style>p{}</style><p>Too</p>", "Kept\n\nToo")]
    [InlineData("<svg><title>Logo</title><text>x</text></svg>Text", "Text")]
    [InlineData("<title>Page</title><body>Text</body>", "Text")]
    [InlineData("Text<!-- hidden --> more", "Text more")]
    [InlineData("<p>One<p>Two<p>Three", "One\n\nTwo\n\nThree")]
    [InlineData("<a href=\"x\" title=\"a > b\">Link</a>", "Link")]
    [InlineData("soft&shy;hyphen, zero\u200Bwidth, \u202Eturned\u202C", "softhyphen, zerowidth, turned")]
    [InlineData("Children\u0092s <b>figures</b>", "Children’s figures")]
    [InlineData("slot \uE000name\uE001 &#xE000;", "slot name")]
    [InlineData("", "")]
    [InlineData("<p> </p><br>", "")]
    public void Html_becomes_plain_text(string html, string expected) => Assert.Equal(expected, HtmlText.Of(html));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<b><i>")]
    public void No_nesting_is_too_deep(string tags) =>
        Assert.EndsWith("deep", HtmlText.Of(string.Concat(Enumerable.Repeat(tags, 100_000)) + "deep"), StringComparison.Ordinal);

    [Fact]
    public void An_element_that_is_never_closed_hides_what_follows_and_nothing_else() =>
        Assert.Equal("Before", HtmlText.Of("<p>Before</p><script>after"));
}

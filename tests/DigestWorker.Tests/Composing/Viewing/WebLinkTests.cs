using DigestWorker.Composing.Viewing;

namespace DigestWorker.Tests.Composing.Viewing;

public sealed class WebLinkTests
{
    [Theory]
    [InlineData("https://www.example.org/a?b=c&d=e#f", "https://www.example.org/a?b=c&d=e#f")]
    [InlineData("http://example.org/a \"b\"", "http://example.org/a%20%22b%22")]
    [InlineData("https://exämple.org/ü", "https://xn--exmple-cua.org/%C3%BC")]
    public void A_web_address_becomes_a_plain_link(string url, string link) => Assert.Equal(link, WebLink.Of(new Uri(url)));

    [Theory]
    [InlineData("file:///srv/sample.html")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("mailto:somebody@example.org")]
    [InlineData("https://www.gov.uk@example.org/")]
    public void Nothing_else_is_linked(string url) => Assert.Null(WebLink.Of(new Uri(url)));

    [Fact]
    public void Neither_is_an_absent_a_relative_or_an_endless_one()
    {
        Assert.Null(WebLink.Of(url: null));
        Assert.Null(WebLink.Of(new Uri("/news", UriKind.Relative)));
        Assert.Null(WebLink.Of(new Uri("https://example.org/" + new string('x', 3_000))));
    }
}

using DigestWorker.Collecting;

namespace DigestWorker.Tests.Collecting;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://www.gov.uk/government/news/x", "gov.uk/government/news/x")]
    [InlineData("http://gov.uk/government/news/x/", "gov.uk/government/news/x")]
    [InlineData("https://WWW.Example.ORG./News", "example.org/News")]
    [InlineData("https://m.example.org/a", "example.org/a")]
    [InlineData("https://amp.example.org/a/amp/", "example.org/a")]
    [InlineData("https://www.m.example.org/a", "example.org/a")]
    [InlineData("https://example.org:443/a", "example.org/a")]
    [InlineData("http://example.org:80/a", "example.org/a")]
    [InlineData("http://example.org:8080/a", "example.org:8080/a")]
    [InlineData("https://example.org/a#part", "example.org/a")]
    [InlineData("https://example.org/", "example.org")]
    [InlineData("https://example.org/index.html", "example.org")]
    [InlineData("https://example.org/news/index.php", "example.org/news")]
    [InlineData("https://example.org/a?utm_source=rss&UTM_medium=feed", "example.org/a")]
    [InlineData("https://example.org/a?fbclid=1&gclid=2&mc_cid=3&at_medium=4&ref=home", "example.org/a")]
    [InlineData("https://example.org/a?b=2&a=1", "example.org/a?a=1&b=2")]
    [InlineData("https://example.org/a?page=2&utm_source=x&id=7", "example.org/a?id=7&page=2")]
    [InlineData("https://example.org/a?q=two+words", "example.org/a?q=two%20words")]
    [InlineData("https://example.org/a?q=two%20words", "example.org/a?q=two%20words")]
    [InlineData("https://example.org/caf%c3%a9", "example.org/caf%C3%A9")]
    [InlineData("https://example.org/café", "example.org/caf%C3%A9")]
    [InlineData("https://example.org/%7Ename/a%2Fb", "example.org/~name/a%2Fb")]
    [InlineData("https://example.org/?p=123", "example.org?p=123")]
    [InlineData("https://www.uk/a", "www.uk/a")]
    public void The_many_addresses_of_one_page_have_one_spelling(string address, string expected) =>
        Assert.Equal(expected, CanonicalUrl.Of(new Uri(address)));

    [Theory]
    [InlineData("file:///srv/feed.xml")]
    [InlineData("mailto:a@example.org")]
    [InlineData("/news/x")]
    public void Only_a_web_address_has_one(string address) => Assert.Null(CanonicalUrl.Of(new Uri(address, UriKind.RelativeOrAbsolute)));
}

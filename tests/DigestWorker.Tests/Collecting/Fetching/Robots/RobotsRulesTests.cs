using System.Diagnostics;
using System.Text;
using DigestWorker.Collecting.Fetching.Robots;

namespace DigestWorker.Tests.Collecting.Fetching.Robots;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /news", false)]
    [InlineData("User-agent: *\nDisallow: /news/b", true)]
    [InlineData("USER-AGENT : *\r\n disallow :/news # all of it", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /news", false)]
    [InlineData("Disallow: /", true)]
    [InlineData("User-agent: otherbot\nDisallow: /", true)]
    [InlineData("User-agent: DigestWorker\nDisallow: /", false)]
    [InlineData("User-agent: digestworker/1.0\nDisallow: /", false)]
    [InlineData("User-agent: digest\nDisallow: /", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: digestworker\nAllow: /", true)]
    [InlineData("User-agent: digestworker\nDisallow: /x\n\nUser-agent: *\nDisallow: /", true)]
    [InlineData("User-agent: digestworker\nDisallow: /x\n\nUser-agent: digestworker\nDisallow: /news", false)]
    [InlineData("User-agent: otherbot\nUser-agent: digestworker\nCrawl-delay: 9\nDisallow: /news", false)]
    [InlineData("User-agent: digestworker\nSitemap: https://example.org/map.xml\nUser-agent: otherbot\nDisallow: /", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /news/", true)]
    [InlineData("User-agent: *\nAllow: /\nDisallow: /news/", false)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news", true)]
    [InlineData("User-agent: *\nDisallow: /*.html", false)]
    [InlineData("User-agent: *\nDisallow: /*.html$", true)]
    [InlineData("User-agent: *\nDisallow: *page=2", false)]
    [InlineData("User-agent: *\nDisallow: /news/*/c", true)]
    [InlineData("User-agent: *\nDisallow: /n*s/*?*=2$", false)]
    [InlineData("User-agent: *\nDisallow: /$", true)]
    [InlineData("<html><body>User-agent: *<br>Disallow: /</body></html>", true)]
    public void A_page_is_open_unless_the_file_says_otherwise(string file, bool isOpen) =>
        Assert.Equal(isOpen, Allows(file, "https://example.org/news/a.html?page=2"));

    [Theory]
    [InlineData("/caf\u00e9", "https://example.org/caf%C3%A9/menu")]
    [InlineData("/caf%c3%a9", "https://example.org/caf\u00e9/menu")]
    [InlineData("/%7Ejo", "https://example.org/~jo/")]
    [InlineData("/*a$", "https://example.org/a/a")]
    [InlineData("/*ab$", "https://example.org/ab-ab")]
    public void A_path_may_be_spelt_in_two_ways(string pattern, string page) =>
        Assert.False(Allows($"User-agent: *\nDisallow: {pattern}", page));

    [Fact]
    public void The_file_itself_is_always_open() => Assert.True(Allows("User-agent: *\nDisallow: /", "https://example.org/robots.txt"));

    [Fact]
    public void What_comes_after_500_KiB_is_not_read() =>
        Assert.True(Allows($"User-agent: *\nAllow: /\n{new string('#', 500 * 1024)}\nDisallow: /news", "https://example.org/news"));

    [Fact]
    public void A_hostile_file_takes_no_time()
    {
        var started = Stopwatch.GetTimestamp();

        Allows($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 250_000))}", $"https://example.org/{new string('a', 60_000)}");
        Allows($"User-agent: *\n{string.Concat(Enumerable.Repeat("Disallow:/*a*b\n", 40_000))}", $"https://example.org/{new string('a', 2_000)}");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static bool Allows(string file, string page) => RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "digestworker").Allow(new(page));
}

using DigestWorker.Composing.Website;

namespace DigestWorker.Tests.Composing.Website;

public sealed class PublicIndexTests
{
    [Fact]
    public void The_page_has_colours_for_the_dark_as_all_other_pages_have()
    {
        var page = new PublicIndex("Safeguarding Digest", [], [], []).ToHtml();

        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", page, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme:dark)", page, StringComparison.Ordinal);
    }
}

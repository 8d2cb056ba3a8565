using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

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

    [Fact]
    public void The_digests_stand_first_by_the_names_of_their_roles()
    {
        Role[] roles = [A.Role() with { Id = "social-care", Name = "children's social care practitioners" }, A.Role() with { Id = "police", Name = "police officers" }];
        var week = new EditionWeek(2026, 47);
        var page = new PublicIndex("Safeguarding Digest", roles, [], [new(week, "police", "2026-W47-police.html"), new(week, "social-care", "2026-W47-social-care.html")]).ToHtml();

        string[] order = ["Week to Sunday 22 November 2026", "Digest for children", "Digest for police officers", "<h2>Feeds</h2>", "<h2>Calendars</h2>"];
        Assert.Equal(order, order.OrderBy(words => page.IndexOf(words, StringComparison.Ordinal)));
        Assert.All(order, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }
}

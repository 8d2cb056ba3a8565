using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Matching;

namespace DigestWorker.Tests.Matching;

public sealed class EntryKeysTests
{
    private static readonly Source Manual =
        new("Manual", SourceKind.PageList, new("https://www.example.org/amendments"), "Example", [], []);

    [Fact]
    public void A_chapter_that_is_amended_again_is_another_entry_though_its_address_is_the_same()
    {
        var may = Keys(Amendment("2026-05 Information Sharing"));
        var july = Keys(Amendment("2026-07 Information Sharing"));

        Assert.Empty(may.Intersect(july));
    }

    [Fact]
    public void An_address_of_its_own_is_a_key() =>
        Assert.Contains("url:example.org/chapter/information-sharing", Keys(Amendment("2026-05 Information Sharing") with { UrlIsShared = false }));

    [Fact]
    public void A_page_that_is_listed_under_two_spellings_of_its_address_is_one_entry()
    {
        var listed = new[] { "http://example.org/chapter/", "https://www.example.org/chapter?utm_source=feed" }
            .Select(address => new Entry { PublisherId = address, Title = "Information Sharing", Url = new(address) });

        var keyed = EntryKeys.Of(Manual, [.. listed], CanonicalUrl.Of);

        Assert.Equal(["url:example.org/chapter"], keyed[0].Keys.Intersect(keyed[1].Keys));
    }

    // A database may not be able to keep it.
    [Fact]
    public void A_control_character_of_an_id_stands_in_no_key() =>
        Assert.DoesNotContain(Keys(Amendment("2026-05\0") with { GlobalId = "a\0b" }), key => key.Any(char.IsControl));

    private static IReadOnlyList<string> Keys(Entry entry) => Assert.Single(EntryKeys.Of(Manual, [entry], CanonicalUrl.Of)).Keys;

    private static Entry Amendment(string id) => new()
    {
        PublisherId = id,
        Title = "Information Sharing",
        Url = new("https://www.example.org/chapter/information-sharing"),
        UrlIsShared = true,
    };
}

using System.Xml.Linq;
using DigestWorker.Composing;
using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Tests.Collecting.Feeds;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Website;

public sealed class RoleFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly Role Role = A.Role(("modern-slavery", 3));

    [Fact]
    public void An_entry_has_all_that_the_standard_asks_for()
    {
        var entry = Assert.Single(Entries(A.Release(7, Told("Police recorded 5,653 offences in the year to June 2026."))));

        Assert.Equal("tag:digest.example.org,2026:release-7", entry.Element(Atom + "id")!.Value);
        Assert.Equal("NRM statistics, July to September 2026", entry.Element(Atom + "title")!.Value);
        Assert.Equal("2026-11-19T09:30:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal("https://publisher.example.org/statistics/nrm-july-to-september-2026", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(("modern-slavery", "modern slavery"), (entry.Element(Atom + "category")!.Attribute("term")!.Value, entry.Element(Atom + "category")!.Attribute("label")!.Value));
        Assert.Equal("Home Office", entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(
            "5,653: Police recorded 5,653 offences in the year to June 2026.\n\nTo be published: January 2027, no day given (provisional)",
            entry.Element(Atom + "summary")!.Value);
    }

    [Fact]
    public void The_feed_names_itself_and_who_makes_it()
    {
        var feed = Feed(A.Release(7)).Root!;

        Assert.Equal("tag:digest.example.org,2026:role-dsl", feed.Element(Atom + "id")!.Value);
        Assert.Equal("Safeguarding Digest: releases for designated safeguarding leads", feed.Element(Atom + "title")!.Value);
        Assert.Equal("https://digest.example.org/open/dsl.atom", feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal("Safeguarding Digest", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal("2026-11-19T09:30:00Z", feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void A_substantive_revision_makes_it_new_and_a_wording_change_does_not()
    {
        var at = An.OrdinaryInstant;
        var entry = An.Stored() with
        {
            Revisions = [new Revision(at.AddDays(1), Substantive: true, "", null), new Revision(at.AddDays(2), Substantive: false, "", null)],
        };

        Assert.Equal("2026-11-20T09:30:00Z", Assert.Single(Entries(A.Release(1, entry))).Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void No_more_than_a_hundred_are_in_it_the_newest_first()
    {
        Release[] releases = [.. Enumerable.Range(1, 120).Select(id => A.Release(id, An.Stored() with { NewsAt = An.OrdinaryInstant.AddMinutes(-id) }))];

        var entries = Entries(releases);

        Assert.Equal(100, entries.Count);
        Assert.EndsWith("release-1", entries[0].Element(Atom + "id")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_without_an_address_has_its_text_as_content()
    {
        var entry = Assert.Single(Entries(A.Release(1, An.Stored(An.Entry(summary: "Figures came out.") with { Url = null }))));

        Assert.Empty(entry.Elements(Atom + "link"));
        Assert.Equal("Figures came out.", entry.Element(Atom + "content")!.Value);
    }

    [Fact]
    public void An_empty_feed_is_a_feed() => Assert.NotNull(Feed().Root!.Element(Atom + "updated"));

    [Theory, MemberData(nameof(HostileCalendarTests.Titles), MemberType = typeof(HostileCalendarTests))]
    public void A_hostile_text_is_well_formed_and_short(string hostile)
    {
        var entry = Assert.Single(Entries(A.Release(1, An.Stored(An.Entry(hostile, summary: $"<script>alert(1)</script> Schools were told of it. They said: {hostile}"), publisher: hostile))));

        Assert.InRange(entry.Element(Atom + "title")!.Value.Length, 1, 200);
        Assert.InRange(entry.Element(Atom + "summary")!.Value.Length, 1, 2_000);
        Assert.DoesNotContain(entry.Value, letter => letter is '\u202e' or '\u200b' or '\ue000' or '\0' or '\a' or '\u2028' or '\uFFFD');
    }

    [Fact]
    public void Our_own_reader_reads_it_back()
    {
        var read = Assert.Single(Parsed.Read(Text(A.Release(7, Told("Police recorded 5,653 offences, R&D <b>said</b>.")))).Entries);

        Assert.Equal("tag:digest.example.org,2026:release-7", read.PublisherId);
        Assert.Equal(An.Entry().Title, read.Title);
        Assert.Equal(An.Entry().Url, read.Url);
        Assert.Contains("5,653 offences", read.Summary, StringComparison.Ordinal);
    }

    private static StoredEntry Told(string sentence)
    {
        var entry = An.Stored(An.Entry(summary: sentence));
        return entry with
        {
            Understanding = entry.Understanding with
            {
                Figures = [new Figure(5653, FigureUnit.Count, "5,653", "offences", null, null, Standing.Current, Exactness.Exact, sentence, 1, Shown: true)],
                Ahead = [new UpcomingEvent(EventType.Published, new DateOnly(2027, 1, 1), DatePrecision.Month, Certainty.Provisional, "In January.")],
            },
        };
    }

    private static List<XElement> Entries(params Release[] releases) => [.. Feed(releases).Root!.Elements(Atom + "entry")];

    private static XDocument Feed(params Release[] releases) => XDocument.Parse(Text(releases));

    private static string Text(params Release[] releases) => new RoleFeed(
            new Uri("https://digest.example.org/open/"),
            new DigestWords("Safeguarding Digest", "Digest <digest@example.org>", 60, []),
            A.Request(Role).Topics,
            new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
        .Of(Role, releases);
}

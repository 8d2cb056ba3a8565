using System.Globalization;
using System.Text.Json;
using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.GovUk;

/// <summary>Pages as GOV.UK's content API gives them, one of nearly every kind.</summary>
public sealed class RealContentTests
{
    private static readonly DateTimeOffset Now = new StoppedClock().GetUtcNow();

    [Theory]
    [InlineData("content", 118)]
    [InlineData("content-2022", 8)]
    [InlineData("finder", 5)]
    public void Every_page_is_an_entry_unless_it_is_gone_or_moved(string folder, int standing)
    {
        var pages = Real.Answers("govuk", folder).Select(page => ContentPage.Parse(page.Answer, Now)).ToList();

        Assert.Equal(standing, pages.OfType<ContentPage.Standing>().Count());
        Assert.Equal(folder == "content" ? 2 : 0, pages.OfType<ContentPage.Gone>().Count());
        Assert.Equal(folder == "content" ? 1 : 0, pages.OfType<ContentPage.Moved>().Count());
    }

    [Fact]
    public void Every_change_note_is_there_with_its_date_and_the_oldest_comes_first()
    {
        foreach (var (name, answer) in Real.Answers("govuk", "content"))
        {
            if (ContentPage.Parse(answer, Now) is ContentPage.Standing { Entry: var entry })
            {
                Assert.True(entry.ChangeNotes.SequenceEqual(entry.ChangeNotes.OrderBy(note => note.At)), name);
                Assert.Equal(WrittenSeconds(ApiJson.Read(answer).Object("details")), entry.ChangeNotes.Select(note => note.At.ToUnixTimeSeconds()));
            }
        }
    }

    [Fact]
    public void Every_standing_page_can_be_recognised_and_opened()
    {
        var entries = Standing().Select(page => page.Entry).ToList();

        Assert.All(entries, entry => Assert.Matches("^gov.uk/[0-9a-f-]{36}/[a-z-]{2,5}$", entry.GlobalId!));
        Assert.All(entries, entry => Assert.StartsWith("https://www.gov.uk/", entry.Url!.AbsoluteUri, StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.DoesNotMatch(@"[\p{Cc}]|  ", entry.Title));
        Assert.All(entries, entry => Assert.DoesNotMatch("<[a-z/]", entry.Text));
        Assert.All(entries, entry => Assert.True(entry.Published is not null || entry.Announcement is not null || entry.DocumentType is "taxon" or "topical_event"));
    }

    [Fact]
    public void Announcements_and_withdrawn_pages_say_so()
    {
        var entries = Standing().Select(page => page.Entry).ToList();

        Assert.Equal(5, entries.Count(entry => entry.Announcement is not null));
        Assert.Single(entries, entry => entry.Announcement is { State: AnnouncementState.Cancelled, Reason: "Official Statistics" });
        Assert.Single(entries, entry => entry.Announcement is { Previously: not null, Reason: "Amended after inputting an error." });
        Assert.Equal(6, entries.Count(entry => entry.Withdrawn is not null));
    }

    private static IEnumerable<ContentPage.Standing> Standing() =>
        Real.Answers("govuk", "content").Select(page => ContentPage.Parse(page.Answer, Now)).OfType<ContentPage.Standing>();

    private static IEnumerable<long> WrittenSeconds(JsonElement details) =>
        details.Objects("change_history").Select(note => note.Text("public_timestamp"))
            .Concat(details.Objects("change_notes").Select(note => note.Text("published_at")))
            .Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeSeconds())
            .Order();
}

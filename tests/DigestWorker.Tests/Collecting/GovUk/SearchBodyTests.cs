using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.GovUk;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.GovUk;

public sealed class SearchBodyTests
{
    private static readonly DateTimeOffset Now = new StoppedClock().GetUtcNow();

    private readonly ApiList _list = SearchBody.Parse(Fixture.Answer("govuk-search.json"), Now);

    [Fact]
    public void A_result_says_what_changed_and_when()
    {
        var entry = _list.Entries[0];

        Assert.Equal("Safer recruitment in the early years", entry.Title);
        Assert.Equal("What nurseries & childminders must check before somebody starts work.", entry.Summary);
        Assert.Equal("https://www.gov.uk/government/publications/safer-recruitment-in-the-early-years", entry.Url!.AbsoluteUri);
        Assert.Equal("gov.uk/0d3f5e0a-1111-4c2b-9a51-2f6f0c7d1a01/en", entry.GlobalId);
        Assert.Equal("statutory_guidance", entry.DocumentType);
        Assert.Equal("Department for Education, Ofsted", entry.Author);
        Assert.Equal(new(new(2021, 9, 1, 8, 0, 0, TimeSpan.Zero), DatePrecision.Instant), entry.Published);
        Assert.Equal(new ChangeNote(new(2025, 11, 20, 9, 30, 0, TimeSpan.Zero), "Added a table of checks for volunteers."), Assert.Single(entry.ChangeNotes));
        Assert.Null(entry.Withdrawn);
    }

    [Fact]
    public void An_announcement_is_expected_and_moves_nothing()
    {
        var entry = _list.Entries[1];

        Assert.Equal("https://www.gov.uk/government/statistics/announcements/children-in-need-2025-to-2026", entry.Url!.AbsoluteUri);
        Assert.Equal(
            new Announcement(AnnouncementState.Provisional, new(new(2026, 10, 29, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant), null, null),
            entry.Announcement);
        Assert.Null(entry.Updated);
        Assert.Empty(entry.ChangeNotes);
    }

    [Fact]
    public void A_translation_has_its_own_identity_and_a_day_stays_a_day()
    {
        var entry = _list.Entries[2];

        Assert.Equal("gov.uk/0d3f5e0a-3333-4c2b-9a51-2f6f0c7d1a03/cy", entry.GlobalId);
        Assert.Equal(new(new(2025, 11, 18, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day), entry.Published);
        Assert.Equal("", entry.Withdrawn);
    }

    [Fact]
    public void What_says_nothing_is_left_out_and_told()
    {
        Assert.Equal(3, _list.Entries.Count);
        Assert.Equal(5, _list.Listed);
        Assert.Equal(
            ["Entry 4 of the list has neither title nor text and was left out.", "Entry 5 of the list has neither title nor text and was left out."],
            _list.Remarks);
    }
}

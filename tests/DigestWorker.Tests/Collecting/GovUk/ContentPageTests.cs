using DigestWorker.Collecting.GovUk;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.GovUk;

public sealed class ContentPageTests
{
    private static readonly DateTimeOffset Now = new StoppedClock().GetUtcNow();

    private readonly ContentPage.Standing _page = Assert.IsType<ContentPage.Standing>(ContentPage.Parse(Fixture.Answer("govuk-content-guidance.json"), Now));

    [Fact]
    public void A_watched_page_is_an_entry_with_its_whole_text()
    {
        Assert.Equal("gov.uk/0d3f5e0a-4444-4c2b-9a51-2f6f0c7d1a04/en", _page.Entry.GlobalId);
        Assert.Equal("https://www.gov.uk/government/publications/keeping-pupils-safe", _page.Entry.Url!.AbsoluteUri);
        Assert.Equal("statutory_guidance", _page.Entry.DocumentType);
        Assert.Equal("Statutory guidance for schools and colleges.", _page.Entry.Summary);
        Assert.Equal("""
            Schools must have regard to this guidance.

            Who it is for

            - governing bodies
            - designated safeguarding leads

            Attachments

            - Keeping pupils safe 2025
            - Part 1: information for all staff
            """.ReplaceLineEndings("\n"), _page.Entry.Content);
    }

    [Fact]
    public void Change_notes_stand_in_the_order_of_their_instants_whatever_their_offset() =>
        Assert.Equal(
            [
                new ChangeNote(new(2014, 4, 3, 8, 30, 0, TimeSpan.Zero), "First published."),
                new ChangeNote(new(2025, 9, 1, 7, 0, 0, TimeSpan.Zero), "Published the guidance for September 2025."),
                new ChangeNote(new(2025, 9, 1, 7, 30, 0, TimeSpan.Zero), "Corrected paragraph 12."),
            ],
            _page.Entry.ChangeNotes);

    [Fact]
    public void A_note_without_a_date_is_told() =>
        Assert.Equal(
            [
                "The change note 'A note of no day.' of 'no date' has no text or no date and was left out.",
                "The change note 'A note without one.' of '' has no text or no date and was left out.",
            ],
            _page.Remarks);

    [Fact]
    public void The_day_of_a_move_between_systems_is_not_the_day_of_publication() =>
        Assert.Equal(new DateTimeOffset(2014, 4, 3, 8, 30, 0, TimeSpan.Zero), _page.Entry.Published!.At);

    [Fact]
    public void A_page_that_only_its_surroundings_touched_is_the_same()
    {
        const string Before = """{"title": "A page", "base_path": "/a", "public_updated_at": "2025-09-01T07:00:00Z", "updated_at": "2025-09-01T07:00:00Z"}""";

        Assert.Equivalent(EntryOf(Before), EntryOf(Before.Replace(" \"updated_at\": \"2025-09-01", " \"updated_at\": \"2025-11-24", StringComparison.Ordinal)), strict: true);
    }

    [Fact]
    public void A_manual_has_its_notes_by_section()
    {
        var entry = EntryOf("""
            {"title": "A manual", "base_path": "/guidance/manual", "document_type": "manual", "details": {"change_notes": [
            {"title": "Visits", "change_note": "Visits may be by video.", "published_at": "2025-10-06T19:49:25Z"},
            {"title": "Reviews", "change_note": "New section added.", "published_at": "2013-10-06T19:49:25Z"}]}}
            """);

        Assert.Equal(["Reviews: New section added.", "Visits: Visits may be by video."], entry.ChangeNotes.Select(note => note.Text));
    }

    [Fact]
    public void A_guide_is_read_part_by_part()
    {
        var entry = EntryOf("""
            {"title": "A guide", "base_path": "/a", "details": {"parts": [{"title": "Overview", "body": "<p>Who it is for.</p>"}, {"title": "Checks", "body": [{"content_type": "text/govspeak", "content": "x"}, {"content_type": "text/html", "content": "<p>What to check.</p>"}]}]}}
            """);

        Assert.Equal("Overview\n\nWho it is for.\n\nChecks\n\nWhat to check.", entry.Content);
    }

    [Theory]
    [InlineData("""{"explanation": "<p>Replaced by <a href='/b'>other guidance</a>.</p>", "withdrawn_at": "2025-11-20T10:00:00Z"}""", "Replaced by other guidance.")]
    [InlineData("""{"explanation": null, "withdrawn_at": "2025-11-20T10:00:00Z"}""", "")]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void A_withdrawn_page_says_why(string notice, string? reason) =>
        Assert.Equal(reason, EntryOf($$"""{"title": "A page", "base_path": "/a", "withdrawn_notice": {{notice}}}""").Withdrawn);

    [Fact]
    public void A_moved_announcement_names_both_dates_by_the_London_clock()
    {
        var entry = EntryOf("""
            {"title": "Figures: 2026", "base_path": "/a", "document_type": "national_statistics_announcement", "public_updated_at": "2025-11-20T10:00:00Z",
            "details": {"state": "confirmed", "display_date": "18 June 2026 9:30am", "previous_display_date": "May 2026", "latest_change_note": "Moved for\nquality checks."}}
            """);

        Assert.Equal(
            new Announcement(
                AnnouncementState.Confirmed,
                new(new(2026, 6, 18, 8, 30, 0, TimeSpan.Zero), DatePrecision.Instant),
                new(new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month),
                "Moved for quality checks."),
            entry.Announcement);
        Assert.Null(entry.Updated);
    }

    [Fact]
    public void A_range_of_months_is_no_date() => Assert.Null(LondonDate.Read("January to February 2026"));

    private static Entry EntryOf(string json) => Assert.IsType<ContentPage.Standing>(ContentPage.Parse(Fixture.Said(json), Now)).Entry;
}

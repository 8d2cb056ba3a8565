using DigestWorker.Collecting.Apis;
using DigestWorker.Collecting.Ons;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Ons;

public sealed class OnsBodyTests
{
    private readonly ApiList _list = OnsBody.Parse(Fixture.Answer("ons-releases.json"), new("https://www.ons.gov.uk/"), new StoppedClock().GetUtcNow());

    [Fact]
    public void A_release_that_is_out_is_known_by_its_uri()
    {
        var entry = _list.Entries[0];

        Assert.Equal("Child abuse in England and Wales: March 2025", entry.Title);
        Assert.Equal("/releases/childabuseinenglandandwalesmarch2025", entry.PublisherId);
        Assert.Equal("https://www.ons.gov.uk/releases/childabuseinenglandandwalesmarch2025", entry.Url!.AbsoluteUri);
        Assert.Equal(new(new(2025, 11, 20, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant), entry.Published);
        Assert.Equal("national_statistics", entry.DocumentType);
        Assert.Null(entry.Announcement);
    }

    [Fact]
    public void A_uri_without_its_slash_is_the_same()
    {
        Assert.Equal("/releases/domesticabusevictimservices2024", _list.Entries[1].PublisherId);
        Assert.Equal("https://www.ons.gov.uk/releases/domesticabusevictimservices2024", _list.Entries[1].Url!.AbsoluteUri);
    }

    [Fact]
    public void A_postponed_release_names_the_last_date_that_did_not_hold() =>
        Assert.Equal(
            new Announcement(AnnouncementState.Postponed, At(2026, 2, 5), At(2026, 1, 15), "The data came late."),
            _list.Entries[2].Announcement);

    [Fact]
    public void A_provisional_release_is_expected_no_more_exactly_than_it_is_said() =>
        Assert.Equal(
            new Announcement(AnnouncementState.Provisional, new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), DatePrecision.Month), null, null),
            _list.Entries[3].Announcement);

    [Fact]
    public void A_cancelled_release_is_not_out_even_where_it_is_called_published()
    {
        Assert.Equal(new Announcement(AnnouncementState.Cancelled, At(2025, 12, 11), null, null), _list.Entries[4].Announcement);
        Assert.Null(_list.Entries[4].Published);
    }

    private static PublishedDate At(int year, int month, int day) => new(new(year, month, day, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant);
}

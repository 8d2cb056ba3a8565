using DigestWorker.Collecting.Pages.Listings;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Collecting.Pages;

public sealed class ListingChangesTests
{
    private static readonly Entry Absence = Dated("absence", 2026, 5, 14);

    [Fact]
    public void Two_equal_states_have_no_changes() => Assert.Empty(ListingChanges.Between([Absence], [Absence]));

    [Fact]
    public void Each_kind_of_change_is_told()
    {
        var changes = ListingChanges.Between(
            [Absence, Dated("suspensions", 2026, 5, 14), Dated("exclusions", 2026, 5, 14)],
            [Dated("workforce", 2026, 6, 4), Absence with { Published = Day(2026, 6, 4) }, Dated("suspensions", 2026, 5, 14) with { Summary = "New words." }]);

        Assert.Equal(
            ["Added workforce", "DateMoved absence", "Reworded suspensions", "Removed exclusions"],
            changes.Select(change => $"{change.Kind} {change.Entry.PublisherId}"));
    }

    [Theory]
    [InlineData(2025, 11, 20, 2025, 11, 26, false)]
    [InlineData(2026, 6, 11, 2026, 6, 4, false)]
    [InlineData(2026, 6, 11, 2026, 6, 25, true)]
    [InlineData(2026, 6, 4, 2026, 6, 11, true)]
    [InlineData(2025, 10, 30, 2026, 10, 29, true)]
    public void A_date_that_moves_on_by_a_period_is_news_and_one_that_moves_a_little_is_a_correction(
        int year, int month, int day, int toYear, int toMonth, int toDay, bool isNews)
    {
        var change = Assert.Single(ListingChanges.Between([Dated("a", year, month, day)], [Dated("a", toYear, toMonth, toDay)]));

        Assert.Equal((isNews, !isNews), (change.IsNextPeriod, change.IsCorrection));
    }

    [Fact]
    public void An_entry_without_an_id_is_known_by_its_address() =>
        Assert.Equal(
            ListingChangeKind.Reworded,
            Assert.Single(ListingChanges.Between([Linked("Old title")], [Linked("New title")])).Kind);

    private static Entry Dated(string id, int year, int month, int day) => new() { PublisherId = id, Title = id, Published = Day(year, month, day) };

    private static Entry Linked(string title) => new() { Title = title, Url = new("https://www.example.org/a") };

    private static PublishedDate Day(int year, int month, int day) => new(new(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day);
}

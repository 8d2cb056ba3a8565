using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Tests.Classifying.Ahead;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests;

public sealed class ComingUpTests
{
    [Fact]
    public void An_event_that_several_entries_tell_is_told_once_by_the_official_one()
    {
        var told = Assert.Single(ComingUp.Of(A.Release(1,
            Report(1, "Example News", official: false, InForce("2026-09-01")),
            Report(2, "Example Department", official: true, InForce("2026-09-01", Certainty.Provisional)))));

        Assert.Equal("Example Department", told.Source.Publisher);
    }

    [Fact]
    public void Who_is_sure_of_a_day_wins_over_who_is_not() => Assert.Equal(
        ["InForce 2026-09-01 Day Confirmed"],
        Lines(
            Report(1, "Example Law", official: false, InForce("2026-09-01")),
            Report(2, "Example News", official: false, InForce("2026-09-02", Certainty.Provisional), daysLater: 3)));

    [Fact]
    public void What_an_official_source_cancels_later_is_told_as_cancelled() => Assert.Equal(
        ["InForce 2026-09-01 Day Cancelled"],
        Lines(
            Report(1, "Example Department", official: true, InForce("2026-09-01")),
            Report(2, "Example Statistics", official: true, InForce("2026-09-01", Certainty.Cancelled), daysLater: 3)));

    [Fact]
    public void A_publisher_that_names_another_day_later_has_moved_it() => Assert.Equal(
        ["InForce 2027-01-01 Day Confirmed from 2026-09-01"],
        Lines(
            Report(1, "Example Department", official: true, InForce("2026-09-01")),
            Report(2, "Example Department", official: true, InForce("2027-01-01"), daysLater: 3)));

    [Fact]
    public void An_outlet_that_had_another_day_was_only_wrong() => Assert.Equal(
        ["InForce 2026-09-01 Day Confirmed"],
        Lines(
            Report(1, "Example News", official: false, InForce("2026-09-02")),
            Report(2, "Example Department", official: true, InForce("2026-09-01"), daysLater: 3)));

    [Fact]
    public void Two_days_of_one_entry_are_two_events() => Assert.Equal(
        ["InForce 2026-09-01 Day Confirmed", "InForce 2027-01-01 Day Confirmed"],
        Lines(Report(1, "Example Department", official: true, [InForce("2027-01-01"), InForce("2026-09-01")])));

    [Fact]
    public void That_the_old_rules_end_on_the_eve_of_the_new_ones_is_not_told() => Assert.Equal(
        ["InForce 2026-09-01 Day Confirmed"],
        Lines(Report(1, "Example Department", official: true, [InForce("2026-09-01"), InForce("2026-08-31") with { Type = EventType.Ends }])));

    private static IEnumerable<string> Lines(params StoredEntry[] entries) =>
        ComingUp.Of(A.Release(1, entries)).Select(told => Told.Line(told.Event));

    private static StoredEntry Report(long id, string publisher, bool official, UpcomingEvent told, int daysLater = 0) =>
        Report(id, publisher, official, [told]) with { FirstSeen = An.OrdinaryInstant.AddDays(daysLater) };

    private static StoredEntry Report(long id, string publisher, bool official, UpcomingEvent[] told)
    {
        var entry = An.Stored(publisher: publisher, kind: Kind.Guidance);
        return entry with { Id = id, PublisherType = official ? BodyType.Official : BodyType.Press, Understanding = entry.Understanding with { Ahead = told } };
    }

    private static UpcomingEvent InForce(string day, Certainty certainty = Certainty.Confirmed) =>
        new(EventType.InForce, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DatePrecision.Day, certainty, "It takes effect then.");
}

using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Tests.Classifying.Ahead;

namespace DigestWorker.Tests;

public sealed class EventMovesTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);

    [Fact]
    public void An_event_told_on_another_day_has_moved_from_the_old_one() =>
        Assert.Equal(["Closes 2026-07-08 Day Confirmed from 2026-06-17"], Moves([On("2026-06-17")], [On("2026-07-08")]));

    [Fact]
    public void An_event_that_did_not_move_again_keeps_where_it_moved_from() => Assert.Equal(
        ["Closes 2026-07-08 Day Confirmed from 2026-06-17"],
        Moves([On("2026-07-08") with { MovedFrom = new DateOnly(2026, 6, 17) }], [On("2026-07-08")]));

    [Fact]
    public void A_day_told_more_exactly_is_no_move() =>
        Assert.Equal(["Closes 2026-06-17 Day Confirmed"], Moves([On("2026-06-01", precision: DatePrecision.Month)], [On("2026-06-17")]));

    [Fact]
    public void What_is_past_did_not_move_to_next_year() =>
        Assert.Equal(["Closes 2027-04-30 Day Confirmed"], Moves([On("2026-04-30")], [On("2027-04-30")]));

    [Fact]
    public void Another_type_of_event_is_another_event() =>
        Assert.Equal(["Closes 2026-07-08 Day Confirmed"], Moves([On("2026-06-17", EventType.InForce)], [On("2026-07-08")]));

    [Fact]
    public void Where_one_day_became_two_nothing_is_said_to_have_moved() => Assert.Equal(
        ["Closes 2026-07-08 Day Confirmed", "Closes 2026-08-01 Day Confirmed"],
        Moves([On("2026-06-17")], [On("2026-07-08"), On("2026-08-01")]));

    private static IEnumerable<string> Moves(UpcomingEvent[] before, UpcomingEvent[] now) => EventMoves.Since(before, now, Today).Select(Told.Line);

    private static UpcomingEvent On(string day, EventType type = EventType.Closes, DatePrecision precision = DatePrecision.Day) =>
        new(type, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), precision, Certainty.Confirmed, "The consultation closes then.");
}

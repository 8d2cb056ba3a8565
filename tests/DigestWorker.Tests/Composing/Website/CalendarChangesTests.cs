using System.Globalization;
using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Website;

public sealed class CalendarChangesTests
{
    private const string First = "release-1-due-1@digest.example.org", Second = "release-1-due-2@digest.example.org";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_days_of_one_type_are_two_events_and_each_is_known_again_by_its_day()
    {
        var shown = Changes([], Due("2026-12-01"), Due("2027-01-01"));

        Assert.Equal([First, Second], shown.Select(one => one.Uid));
        Assert.Empty(Changes(shown, Due("2027-01-01"), Due("2026-12-01")));
    }

    [Fact]
    public void Where_one_of_two_moves_it_is_the_other_that_stays()
    {
        var shown = Changes([], Due("2026-12-01"), Due("2027-01-01"));

        var moved = Assert.Single(Changes(shown, Due("2027-01-01"), Due("2027-02-01")));

        Assert.Equal((First, new DateOnly(2027, 2, 1), 1), (moved.Uid, moved.Day, moved.Sequence));
    }

    [Fact]
    public void A_day_that_is_told_to_have_moved_goes_before_the_order()
    {
        var shown = Changes([], Due("2026-12-01"), Due("2027-01-01"));

        var moved = Changes(shown, Due("2027-02-01"), Due("2027-03-01", movedFrom: "2026-12-01"));

        Assert.Equal([(First, 3), (Second, 2)], moved.Select(one => (one.Uid, one.Day.Month)));
    }

    [Fact]
    public void Where_more_come_than_are_gone_nobody_can_say_which_became_which()
    {
        var shown = Changes([], Due("2026-12-01"));

        var changes = Changes(shown, Due("2027-01-01"), Due("2027-02-01"));

        Assert.Equal(
            [(First, Certainty.Cancelled), (Second, Certainty.Confirmed), ("release-1-due-3@digest.example.org", Certainty.Confirmed)],
            changes.Select(one => (one.Uid, one.Certainty)));
    }

    [Fact]
    public void An_event_that_is_past_is_not_cancelled_and_is_no_move()
    {
        var shown = Changes([], Due("2026-11-24"));
        var later = new CalendarChanges("digest.example.org", 60, Now.AddDays(1));

        Assert.Empty(later.Of(shown, []));
        Assert.Equal(Second, Assert.Single(later.Of(shown, Told(Due("2027-01-01")))).Uid);
    }

    [Fact]
    public void What_is_past_or_cancelled_when_it_is_first_told_is_never_shown() =>
        Assert.Empty(Changes([], Due("2026-11-23"), Due("2026-12-01") with { Certainty = Certainty.Cancelled }));

    [Fact]
    public void A_provisional_day_that_is_confirmed_raises_the_sequence_though_it_stays()
    {
        var shown = Changes([], Due("2026-12-01") with { Certainty = Certainty.Provisional });

        var sure = Assert.Single(Changes(shown, Due("2026-12-01")));

        Assert.Equal((First, 1), (sure.Uid, sure.Sequence));
    }

    private static IReadOnlyList<PublishedEvent> Changes(IReadOnlyList<PublishedEvent> shown, params UpcomingEvent[] told) =>
        new CalendarChanges("digest.example.org", 60, Now).Of(shown, Told(told));

    private static IReadOnlyList<ComingUp> Told(params UpcomingEvent[] told)
    {
        var entry = An.Stored();
        return ComingUp.Of(A.Release(1, entry with { Understanding = entry.Understanding with { Ahead = told } }));
    }

    private static UpcomingEvent Due(string day, string? movedFrom = null) =>
        new(EventType.Due, Day(day), DatePrecision.Day, Certainty.Confirmed, "Schools must do so by then.")
        {
            MovedFrom = movedFrom is null ? null : Day(movedFrom),
        };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

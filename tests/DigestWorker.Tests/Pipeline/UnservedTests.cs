using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Storage;

namespace DigestWorker.Tests.Pipeline;

/// <summary>What the next digest covers for whoever had one before.</summary>
public sealed class UnservedTests
{
    private static readonly DateTimeOffset CutOff = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_comes_back_after_months_begins_anew_with_the_last_four_weeks() =>
        Assert.Equal(new DigestWindow(CutOff.AddDays(-28), CutOff, First: true), Window(sentDaysAgo: 140, sinceDaysAgo: 3));

    [Fact]
    public void Whoever_was_away_for_less_misses_nothing_and_gets_nothing_twice() =>
        Assert.Equal(new DigestWindow(CutOff.AddDays(-21), CutOff, First: false), Window(sentDaysAgo: 21, sinceDaysAgo: 3));

    [Fact]
    public void Whoever_stayed_and_was_not_reached_for_months_gets_all_of_it() =>
        Assert.Equal(new DigestWindow(CutOff.AddDays(-84), CutOff, First: false), Window(sentDaysAgo: 84, sinceDaysAgo: 300));

    private static DigestWindow Window(int sentDaysAgo, int sinceDaysAgo)
    {
        var subscriber = new Subscriber(1, "lead@example.org", null, ["governor"], [], [], SubscriberState.Active, CutOff.AddDays(-sinceDaysAgo));
        var last = CutOff.AddDays(-sentDaysAgo);
        return Unserved.Of(subscriber, new Edition(1, EditionWeek.LastComplete(CutOff), CutOff), new LastDigest(last, last)).Window;
    }
}

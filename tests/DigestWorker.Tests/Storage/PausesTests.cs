using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

public sealed class PausesTests : IDisposable
{
    // Half past midnight in London, still the day before in UTC.
    private static readonly DateTimeOffset Night = new(2026, 7, 5, 23, 30, 0, TimeSpan.Zero);

    private readonly TempDatabase _temp = new();
    private readonly long _id;

    public PausesTests()
    {
        new Subscribers(_temp.Database, _temp.Joining).Add(new Joiner("a@example.org", null, ["headteacher"], []), Night);
        _id = _temp.Scalar("select id from subscriber");
    }

    [Fact]
    public void A_pause_is_kept_with_its_day_and_noted_and_may_be_made_longer()
    {
        Assert.True(Pause(new DateOnly(2026, 7, 7)));
        Assert.True(Pause(new DateOnly(2026, 9, 28)));

        Assert.Equal(1, _temp.Scalar("select count(*) from subscriber where state = 'Paused' and paused_until = '2026-09-28'"));
        Assert.Equal(2, _temp.Scalar("select count(*) from subscriber_change where actor = 'Subscriber' and change like 'paused until 2026-%'"));
    }

    [Fact]
    public void Resuming_ends_the_pause_once_and_is_noted()
    {
        Pause(new DateOnly(2026, 7, 20));

        Assert.True(Resume());
        Assert.False(Resume());
        Assert.Equal(1, _temp.Scalar("select count(*) from subscriber where state = 'Active' and paused_until is null"));
        Assert.Equal(1, _temp.Scalar("select count(*) from subscriber_change where change = 'resumed'"));
    }

    [Theory]
    [InlineData("state = 'Unsubscribed'"), InlineData("state = 'Suppressed'"), InlineData("state = 'Pending'"), InlineData("ended_at = '2026-07-01T00:00:00Z'")]
    public void Nothing_is_paused_where_nothing_runs(string state)
    {
        _temp.Scalar($"update subscriber set {state}; select 0");

        Assert.False(Pause(new DateOnly(2026, 7, 20)));
        Assert.Equal(0, _temp.Scalar("select count(*) from subscriber where paused_until is not null") + _temp.Scalar("select count(*) from subscriber_change where change like 'paused%'"));
    }

    [Theory]
    [InlineData(2026, 7, 6), InlineData(2026, 9, 29)]
    public void A_pause_ends_between_tomorrow_in_London_and_twelve_weeks_ahead(int year, int month, int day)
    {
        Assert.Equal((new DateOnly(2026, 7, 7), new DateOnly(2026, 9, 28)), Pauses.Days(Night));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pause(new DateOnly(year, month, day)));
    }

    public void Dispose() => _temp.Dispose();

    private bool Pause(DateOnly until) => _temp.Database.InTransaction(connection => Pauses.Pause(connection, _id, until, (Actor.Subscriber, Night)));

    private bool Resume() => _temp.Database.InTransaction(connection => Pauses.Resume(connection, _id, (Actor.Subscriber, Night)));
}

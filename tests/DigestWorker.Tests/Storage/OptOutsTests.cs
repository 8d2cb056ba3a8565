using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

public sealed class OptOutsTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly Joiner Erased = new("erased@example.org", null, ["governor"], []);

    private readonly TempDatabase _temp = new();
    private readonly OptOuts _own, _others;

    public OptOutsTests()
    {
        var key = KeyRing.NewKey();
        (_own, _others) = (new OptOuts(new KeyRing([key])), new OptOuts(new KeyRing([KeyRing.NewKey(), key])));
    }

    private Joining Joining => new(_own);

    [Fact]
    public void Where_an_opt_out_was_made_with_a_key_that_is_not_here_nobody_is_subscribed_by_others()
    {
        Erase(Erased.Email, _others);
        var (subscribers, teams) = (new Subscribers(_temp.Database, Joining), new Teams(_temp.Database, Joining));

        Assert.Throws<KeyFault>(() => subscribers.Add(Erased, Monday));
        Assert.Throws<KeyFault>(() => subscribers.Follow([Erased], Monday));
        Assert.Throws<KeyFault>(() => teams.Add("Board", [Erased], (Actor.Admin, Monday)));
        var fault = Assert.Throws<KeyFault>(() => teams.Follow("Board", new Roster([Erased], [Erased.Email]), new RosterRun(Monday, Keep: true), _ => { }));

        Assert.Contains("copy of the key file", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, _temp.Scalar("select count(*) from subscriber") + _temp.Scalar("select count(*) from team"));
    }

    [Fact]
    public void Whoever_asks_for_themselves_is_subscribed_all_the_same()
    {
        Erase("stranger@example.org", _others);

        var asked = _temp.Database.InTransaction(connection => Joining.Join(connection, Erased, AskedBy.Self, (Monday, "Yes")));

        Assert.Equal(JoinOutcome.Joined, asked.Outcome);
    }

    [Fact]
    public void With_every_key_there_an_opt_out_of_either_holds()
    {
        Erase(Erased.Email, _own);
        Erase("stranger@example.org", _others);
        var subscribers = new Subscribers(_temp.Database, new Joining(_others));

        Assert.Equal(JoinOutcome.OptedOut, subscribers.Add(Erased, Monday));
        Assert.Equal(JoinOutcome.OptedOut, subscribers.Add(Erased with { Email = "stranger@example.org" }, Monday));
        Assert.Equal(JoinOutcome.Joined, subscribers.Add(Erased with { Email = "a@example.org" }, Monday));
    }

    public void Dispose() => _temp.Dispose();

    private void Erase(string email, OptOuts optOuts) => _temp.Database.InTransaction(connection => new Erasing(optOuts).Erase(connection, email, Monday));
}

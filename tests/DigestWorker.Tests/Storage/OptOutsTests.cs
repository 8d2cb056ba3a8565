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

    private FollowedRosters Rosters => new(_temp.Database, Joining);

    [Fact]
    public void Where_an_opt_out_was_made_with_a_key_that_is_not_here_nobody_is_subscribed_by_others()
    {
        Erase(Erased.Email, _others);
        var (subscribers, teams) = (new Subscribers(_temp.Database, Joining), new Teams(_temp.Database, Joining));

        Assert.Throws<KeyFault>(() => subscribers.Add(Erased, Monday));
        Assert.Throws<KeyFault>(() => subscribers.Follow([Erased], Monday));
        Assert.Throws<KeyFault>(() => teams.Add("Board", [Erased], (Actor.Admin, Monday)));
        var fault = Assert.Throws<KeyFault>(() => Rosters.Follow("Board", new Roster([Erased], [Erased.Email]), new RosterRun(Monday, Keep: true), _ => { }));

        Assert.Contains("copy of the key file", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, _temp.Scalar("select count(*) from subscriber") + _temp.Scalar("select count(*) from team"));
    }

    [Fact]
    public void Whoever_leaves_the_settings_leaves_even_where_a_key_is_missing()
    {
        var subscribers = new Subscribers(_temp.Database, Joining);
        subscribers.Follow([Erased with { Email = "leaves@example.org" }], Monday);
        Erase(Erased.Email, _others);

        subscribers.Follow([], Monday);

        Assert.Equal(1, _temp.Scalar("select count(*) from subscriber where email = 'leaves@example.org' and ended_at is not null"));
    }

    [Fact]
    public void Whoever_leaves_a_roster_leaves_even_where_a_key_is_missing_and_it_is_told_that_nobody_joined()
    {
        var teams = new Teams(_temp.Database, Joining);
        Joiner stays = Erased with { Email = "stays@example.org" }, leaves = Erased with { Email = "leaves@example.org" };
        teams.Add("Board", [stays, leaves], (Actor.Admin, Monday));
        Erase(Erased.Email, _others);
        var roster = new Roster([stays, Erased], [stays.Email, Erased.Email]);

        Assert.Throws<KeyFault>(() => Rosters.Follow("Board", roster, new RosterRun(Monday, Keep: false), _ => { }));
        Assert.Equal(2, _temp.Scalar("select count(*) from team_member"));
        Assert.Throws<InvalidOperationException>(() => Rosters.Follow("Board", roster, new RosterRun(Monday, Keep: true), _ => throw new InvalidOperationException()));
        Assert.Equal(2, _temp.Scalar("select count(*) from team_member"));

        var fault = Assert.Throws<KeyFault>(() => Rosters.Follow("Board", roster, new RosterRun(Monday, Keep: true), _ => { }));

        Assert.Contains("nobody was subscribed", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("1 member whom the roster does not name has left the team all the same.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["stays@example.org"], new Subscribers(_temp.Database, Joining).All().Select(one => one.Email));
    }

    [Theory]
    [InlineData("Lead@Schöne-Schule.example.org", "lead@xn--schne-schule-6ib.example.org"), InlineData("lead@xn--schne-schule-6ib.example.org", "lead@schöne-schule.example.org")]
    public void An_opt_out_holds_for_a_domain_in_letters_and_in_punycode(string stopped, string other)
    {
        var (subscribers, teams) = (new Subscribers(_temp.Database, Joining), new Teams(_temp.Database, Joining));
        subscribers.Add(Erased with { Email = stopped }, Monday);
        Assert.True(new Stops(_temp.Database, _own).Object(other, Monday));

        Assert.Equal(JoinOutcome.OptedOut, subscribers.Add(Erased with { Email = other }, Monday));
        Assert.Equal([JoinOutcome.OptedOut], teams.Add("Board", [Erased with { Email = stopped }], (Actor.Admin, Monday)));

        Erase(other, _own);

        Assert.Equal(0, _temp.Scalar("select count(*) from subscriber where email <> ''"));
        Assert.Equal(JoinOutcome.OptedOut, subscribers.Add(Erased with { Email = stopped }, Monday));
        Assert.Equal(JoinOutcome.OptedOut, subscribers.Add(Erased with { Email = other }, Monday));
    }

    [Fact]
    public void A_roster_or_the_settings_that_spell_a_domain_in_the_other_way_name_the_same_person()
    {
        var (subscribers, teams) = (new Subscribers(_temp.Database, Joining), new Teams(_temp.Database, Joining));
        var (letters, punycode) = (Erased with { Email = "a@schöne-schule.example.org" }, Erased with { Email = "a@xn--schne-schule-6ib.example.org" });
        subscribers.Follow([letters], Monday);
        teams.Add("Board", [letters], (Actor.Admin, Monday));

        subscribers.Follow([punycode], Monday);
        var change = Rosters.Follow("Board", new Roster([punycode], [punycode.Email]), new RosterRun(Monday, Keep: true), _ => { });

        Assert.Empty(change.Leavers);
        Assert.Equal(letters.Email, Assert.Single(subscribers.All()).Email);
        Assert.Equal(1, _temp.Scalar("select count(*) from subscription"));
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

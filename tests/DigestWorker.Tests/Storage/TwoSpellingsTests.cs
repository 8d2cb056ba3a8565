using System.Security.Cryptography;
using Dapper;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

/// <summary>One mailbox that stands in two rows, as earlier versions kept a domain in letters and in punycode: what ends one ends both.</summary>
public sealed class TwoSpellingsTests : IDisposable
{
    private const string Letters = "Lead@Schöne-Schule.example.org", Punycode = "lead@xn--schne-schule-6ib.example.org";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly TempDatabase _temp = new();

    private Subscribers Subscribers => new(_temp.Database, _temp.Joining);

    private Teams Teams => new(_temp.Database, _temp.Joining);

    private OptOuts OptOuts => new(_temp.Keys);

    private Stops Stops => new(_temp.Database, OptOuts);

    public TwoSpellingsTests()
    {
        Add(Letters, "letters");
        Add(Punycode, "punycode");
        Add("neighbour@xn--schne-schule-6ib.example.org", "neighbour");
    }

    [Theory]
    [InlineData("letters"), InlineData("punycode")]
    public void A_stop_by_the_link_of_either_ends_both_and_nobody_else_and_is_taken_back_as_a_whole(string token)
    {
        Stops.Stop(token, Monday);

        Assert.Equal(["neighbour@xn--schne-schule-6ib.example.org"], Active());
        Assert.Equal([JoinOutcome.OptedOut, JoinOutcome.OptedOut], Import(Letters, Punycode));

        Assert.True(Stops.Undo(token, Monday.AddMinutes(1), TimeSpan.FromMinutes(10))!.Subscribed);
        Assert.Equal(3, Active().Count);
    }

    [Theory]
    [InlineData("letters"), InlineData("punycode")]
    public void A_stop_by_mail_ends_both(string token)
    {
        var kept = new Bounces(_temp.Database).Keep(Hash(token), new IncomingMail(BounceKind.Unsubscribe, null, [token]), Monday);

        Assert.True(kept.Ended);
        Assert.Single(Active());
    }

    [Fact]
    public void A_second_stop_reaches_the_spelling_that_an_earlier_version_left()
    {
        Execute("update subscriber set state = 'Unsubscribed', ended_at = '2026-01-05T07:30:00Z', ended_because = 'stopped by the subscriber' where token = 'letters'");

        Stops.Stop("letters", Monday);

        Assert.Single(Active());
    }

    [Fact]
    public void Of_whom_one_spelling_stopped_before_no_other_gets_the_next_edition()
    {
        Execute("update subscriber set state = 'Unsubscribed', ended_at = '2026-01-05T07:30:00Z' where token = 'punycode'");

        new OtherSpellings(_temp.Database, OptOuts).End(Monday);

        Assert.Single(Active());
        Assert.Equal(1, _temp.Scalar("select count(*) from subscriber_change where change = 'stopped under another spelling'"));
    }

    [Fact]
    public void Of_whom_one_spelling_was_erased_before_no_other_gets_the_next_edition()
    {
        _temp.Database.InTransaction(connection => OptOuts.Add(connection, Letters, OptOutReason.Erased, Monday.AddYears(-1)));
        Execute("delete from subscription where subscriber_id = (select id from subscriber where token = 'letters'); delete from subscriber where token = 'letters'");

        new OtherSpellings(_temp.Database, OptOuts).End(Monday);

        Assert.Single(Active());
    }

    [Fact]
    public void Whoever_asked_anew_after_the_stop_under_another_spelling_goes_on()
    {
        Execute("""
            update subscriber set state = 'Unsubscribed', ended_at = '2026-01-05T07:30:00Z' where token = 'punycode';
            insert into subscription (subscriber_id, asked_by, since) select id, 'Self', '2026-02-02T07:30:00Z' from subscriber where token = 'letters'
            """);

        new OtherSpellings(_temp.Database, OptOuts).End(Monday);

        Assert.Equal(2, Active().Count);
    }

    [Fact]
    public void Whoever_comes_back_by_their_own_asking_gets_one_digest_and_a_roster_may_name_them_again()
    {
        Stops.Stop("letters", Monday);

        _temp.Database.InTransaction(connection => _temp.Joining.Join(connection, Joiner(Punycode), AskedBy.Self, (Monday.AddDays(1), "Yes")));

        Assert.Equal(2, Active().Count);
        Assert.Equal([JoinOutcome.Extended, JoinOutcome.Unchanged], Import(Letters, Punycode));
        Assert.Equal(2, Active().Count);
    }

    [Fact]
    public void Whoever_left_under_one_spelling_is_not_subscribed_twice_by_a_roster_that_names_it()
    {
        Execute("update subscriber set ended_at = '2026-01-05T07:30:00Z', ended_because = 'left a team' where token = 'letters'");

        Import(Letters);

        Assert.Equal(2, Active().Count);
    }

    [Fact]
    public void Whom_mail_does_not_reach_it_reaches_under_no_spelling_until_an_admin_restores_both()
    {
        _temp.Database.InTransaction(connection => Suppressions.Suppress(connection, _temp.Scalar("select id from subscriber where token = 'letters'"), "complaint", Monday));
        Assert.Single(Active());

        Assert.Equal(RestoreOutcome.Restored, new Suppressions(_temp.Database).Restore(Punycode, Monday));

        Assert.Equal(3, Active().Count);
    }

    [Fact]
    public void An_admin_removes_both_from_everything_or_from_a_team()
    {
        Execute("""
            insert into team (id, key, name, token) values (1, 'board', 'Board', 't');
            insert into team_member select 1, id, '2026-01-05T07:30:00Z' from subscriber
            """);

        Assert.True(Teams.Remove(Punycode, "board", Monday));
        Assert.Equal(1, _temp.Scalar("select count(*) from team_member"));

        Assert.True(Subscribers.Remove(Letters, Monday));
        Assert.Single(Active());
    }

    [Theory]
    [InlineData(Letters), InlineData(Punycode)]
    public void Erasing_either_leaves_neither(string erased)
    {
        _temp.Database.InTransaction(connection => new Erasing(OptOuts).Erase(connection, erased, Monday));

        Assert.Single(Active());
        Assert.Equal(1, _temp.Scalar("select count(*) from subscriber where email <> ''"));
        Assert.Equal([JoinOutcome.OptedOut, JoinOutcome.OptedOut], Import(Letters, Punycode));
    }

    [Theory]
    [InlineData(Letters), InlineData(Punycode)]
    public void A_copy_of_the_data_holds_what_stands_under_either(string asked)
    {
        Execute("insert into subscriber_word select id, token, 'Follow' from subscriber");

        var copy = new PersonalData(_temp.Database, OptOuts).Of(asked)!;

        Assert.Equal(["letters", "punycode"], ((IEnumerable<IDictionary<string, object?>>)copy["words"]!).Select(word => word["word"]));
        Assert.Equal(asked, ((IDictionary<string, object?>)copy["subscriber"]!)["email"]);
        Assert.Equal(asked == Letters ? Punycode : Letters, Assert.Single((IEnumerable<IDictionary<string, object?>>)copy["otherSpellings"]!)["email"]);
    }

    public void Dispose() => _temp.Dispose();

    private static Joiner Joiner(string email) => new(email, null, ["governor"], []);

    private static byte[] Hash(string text) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));

    private void Add(string email, string token) => Execute($"""
        insert into subscriber (email, address, state, since, token) values ('{email}', '{EmailAddress.Normalise(email)}', 'Active', '2026-01-01T07:30:00Z', '{token}');
        insert into subscription (subscriber_id, asked_by, since) select id, 'Admin', since from subscriber where token = '{token}'
        """);

    private IReadOnlyList<JoinOutcome> Import(params string[] emails) => Teams.Add("Roster", [.. emails.Select(Joiner)], (Actor.Admin, Monday.AddDays(2)));

    private List<string> Active() => [.. Subscribers.All().Where(one => one.State == SubscriberState.Active).Select(one => one.Email)];

    private void Execute(string sql)
    {
        using var connection = _temp.Database.Open();
        connection.Execute(sql);
    }
}

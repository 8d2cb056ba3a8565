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

        Assert.Equal(RestoreOutcome.Restored, new Suppressions(_temp.Database, OptOuts).Restore(Punycode, Monday));

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

    [Fact]
    public void Of_two_that_go_on_one_gets_the_next_edition_with_all_that_both_had()
    {
        Execute("""
            insert into team (id, key, name, token) values (1, 'board', 'Board', 't1'), (2, 'heads', 'Heads', 't2');
            insert into team_member select 1, id, '2026-01-05T07:30:00Z' from subscriber where token = 'letters';
            insert into team_member select 2, id, '2026-01-06T07:30:00Z' from subscriber where token = 'punycode';
            insert into team_member_role select 2, id, 'headteacher' from subscriber where token = 'punycode';
            insert into subscriber_word select id, 'county lines', 'Follow' from subscriber where token = 'punycode';
            update subscriber set weekday = 4, text_only = 1, name = 'Jo' where token = 'punycode'
            """);
        Execute("insert into subscriber_role select id, 'governor' from subscriber where token = 'letters'");

        End();
        End();

        var one = Assert.Single(Subscribers.All(), one => !one.Email.StartsWith("neighbour", StringComparison.Ordinal));
        Assert.Equal(("Lead@Schöne-Schule.example.org", "Jo", DayOfWeek.Thursday, true), (one.Email, one.Name, one.Wishes.Weekday, one.Wishes.TextOnly));
        Assert.Equal(["governor", "headteacher"], one.Roles);
        Assert.Equal(["Board", "Heads"], one.Teams);
        Assert.Equal(["county lines"], one.Wishes.Followed);
        Assert.Equal(0, _temp.Scalar("select count(*) from team_member m join subscriber s on s.id = m.subscriber_id where s.ended_at is not null"));
        Assert.Equal(2, _temp.Scalar("select count(*) from subscriber_change where change like '%another spelling%'"));
    }

    [Fact]
    public void The_one_that_was_sent_last_goes_on_so_that_nobody_gets_an_edition_twice()
    {
        Execute($"""
            insert into edition (id, week, cut_off_at) values (1, '2026-W47', '2026-11-23T07:30:00Z');
            insert into profile (id, edition_id, hash, sender, reply_to, subject, text, html, text_only) values (1, 1, {TestServer.Bytes("01")}, 's', 'r', 's', 't', 'h', 0);
            insert into digest (edition_id, subscriber_id, profile_id, window_from, window_to, why, notice, token)
            select 1, id, 1, '2026-11-16T07:30:00Z', '2026-11-23T07:30:00Z', '', '', token from subscriber where token = 'punycode'
            """);

        End();

        Assert.Contains(Punycode, Active());
        Assert.DoesNotContain(Letters, Active());
    }

    [Fact]
    public void What_either_chose_or_paused_holds_for_the_one_that_goes_on()
    {
        Execute("""
            insert into subscriber_role select id, 'governor' from subscriber where token = 'letters';
            update subscriber set chose_roles = 1, state = 'Paused', paused_until = '2026-12-24' where token = 'punycode'
            """);
        Execute("insert into subscriber_role select id, 'headteacher' from subscriber where token = 'punycode'");

        End();

        var one = Assert.Single(Subscribers.All(), one => !one.Email.StartsWith("neighbour", StringComparison.Ordinal));
        Assert.Equal((SubscriberState.Paused, new DateOnly(2026, 12, 24)), (one.State, one.Wishes.PausedUntil!.Value));
        Assert.Equal(["headteacher"], one.Roles);
        Assert.Equal(1, _temp.Scalar("select count(*) from subscriber where chose_roles = 1 and ended_at is null"));
    }

    [Theory]
    [InlineData("letters"), InlineData("punycode")]
    public void The_links_of_both_open_the_one_that_goes_on(string token)
    {
        End();

        Assert.Equal((Letters, SubscriberState.Active), (Choices.Find(token)!.Email, Choices.Find(token)!.State));
        Assert.True(Stops.Find(token)!.Subscribed);
        Assert.NotNull(Choices.Save(token, new Chosen(["governor"], [], Wishes.None), Monday));
        Assert.Equal(["governor"], Assert.Single(Subscribers.All(), one => one.Email == Letters).Roles);
        Assert.True(Choices.Pause(token, new DateOnly(2026, 12, 24), Monday));
        Assert.Single(Active());

        Assert.False(Stops.Stop(token, Monday)!.Subscribed);
        Assert.True(Stops.Undo(token, Monday.AddMinutes(1), TimeSpan.FromMinutes(10))!.Subscribed);
    }

    [Theory]
    [InlineData("letters"), InlineData("punycode")]
    public void What_people_choose_or_pause_holds_before_the_next_edition_too(string token)
    {
        Assert.True(Choices.Pause(token, new DateOnly(2026, 12, 24), Monday));
        Assert.Single(Active());
        Assert.True(Choices.Pause(token, until: null, Monday));
        Assert.NotNull(Choices.Save(token, new Chosen(["governor"], [], Wishes.None), Monday));

        var one = Assert.Single(Subscribers.All(), one => !one.Email.StartsWith("neighbour", StringComparison.Ordinal));
        Assert.Equal((SubscriberState.Active, "governor"), (one.State, Assert.Single(one.Roles)));
    }

    [Theory]
    [InlineData(Letters), InlineData(Punycode)]
    public void What_an_admin_pauses_before_the_next_edition_comes_under_neither(string typed)
    {
        Assert.True(_temp.Database.InTransaction(connection => Pauses.Pause(connection, Person(typed).Id, new DateOnly(2026, 12, 24), (Actor.Admin, Monday))));
        Assert.Single(Active());

        Assert.True(_temp.Database.InTransaction(connection => Pauses.Resume(connection, Person(typed).Id, (Actor.Admin, Monday))));
        Assert.Equal(3, Active().Count);
    }

    [Theory]
    [InlineData(Letters), InlineData(Punycode)]
    public void What_an_admin_notes_of_either_is_noted_of_the_one_that_goes_on(string typed)
    {
        End();

        Assert.True(new SubscriberWishes(_temp.Database).Change(typed, new WishChange(["county lines"], [], [], true), Monday));
        Assert.True(_temp.Database.InTransaction(connection => Pauses.Pause(connection, Person(typed).Id, new DateOnly(2026, 12, 24), (Actor.Admin, Monday))));
        Assert.Equal(SubscriberState.Paused, Person(typed).State);
        Assert.Single(Active());
    }

    public void Dispose() => _temp.Dispose();

    private Choices Choices => new(_temp.Database);

    private Person Person(string typed) => new Persons(_temp.Database, OptOuts).Find(typed)!;

    private void End() => new OtherSpellings(_temp.Database, OptOuts).End(Monday);

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

using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

/// <summary>Names with capital letters that ASCII does not have are found again, whichever database holds them.</summary>
public sealed class NamesBeyondAsciiTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly TempDatabase _temp = new();

    private Teams Teams => new(_temp.Database, _temp.Joining);

    [Fact]
    public void A_source_keeps_its_own_past_and_so_do_those_beside_it()
    {
        var sources = new Sources(_temp.Database);
        Source[] asked = [Of("Alpha"), Of("Éire X"), Of("Beta")];
        sources.Remember(asked);
        _temp.Scalar("update source set etag = 'of ' || name; select 0");

        var known = sources.Remember(asked);

        Assert.Equal(["of Alpha", "of Éire X", "of Beta"], known.Select(record => record.ETag));
        Assert.Equal(known, asked.Select(sources.Remember));
    }

    [Fact]
    public void A_source_that_the_database_does_not_give_back_ends_the_asking_and_no_other_takes_its_place()
    {
        _temp.Scalar($"{TestServer.Trigger("gone", "after insert on source", "new.name = 'Lost'", "delete from source where id = new.id")}; select 0");

        var fault = Assert.Throws<InvalidOperationException>(() => new Sources(_temp.Database).Remember([Of("Alpha"), Of("Lost"), Of("Beta")]));

        Assert.Equal("Of 3 sources the database gave back 2.", fault.Message);
    }

    [Fact]
    public void One_that_was_spelled_with_a_small_letter_before_keeps_nobody_from_being_read()
    {
        var sources = new Sources(_temp.Database);
        sources.Remember([Of("Éire X")]);
        sources.Remember([Of("éire X")]);
        _temp.Scalar("update source set next_try_at = '2026-11-24T00:00:00.0000000Z', trouble = 'Failing' where id = (select min(id) from source) returning 0");
        _temp.Scalar("update source set next_try_at = '2026-11-24T00:00:00.0000000Z', trouble = 'Failing' where id = (select max(id) from source) returning 0");

        Assert.Equal(["Éire X"], new SourceHealths(_temp.Database).Resting(Monday, ofItsPace: true).Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_watched_source_keeps_the_text_that_its_changes_are_judged_by()
    {
        var id = new Sources(_temp.Database).Remember(Of("Éire X")).Id;
        _temp.Scalar($"""
            insert into entry (source_id, publisher, title, summary, content, first_version, first_seen_at, pending)
            values ({id}, 'p', 't', 's', 'c', {TestServer.Bytes("00")}, '2026-01-01T00:00:00Z', 0);
            select 0
            """);

        Assert.Equal(0, _temp.Database.InTransaction(connection => Entries.Prune(connection, Monday, ["Éire X"])));
        Assert.Equal(1, _temp.Database.InTransaction(connection => Entries.Prune(connection, Monday, ["Eire X"])));
    }

    [Fact]
    public void A_team_that_an_import_made_is_found_by_the_next_import_and_by_the_removing_of_a_member()
    {
        Import("Áras", "a@example.org");
        Import("ÁRAS", "b@example.org");

        Assert.Equal(1, _temp.Scalar("select count(*) from team"));
        Assert.True(Teams.Remove("a@example.org", "Áras", Monday));
        Assert.Equal(1, _temp.Scalar("select count(*) from team_member"));
    }

    [Fact]
    public void A_team_of_the_settings_is_found_by_its_name_and_takes_over_one_that_an_import_made_under_it()
    {
        Import("Áras", "a@example.org");

        new Organisations(_temp.Database).Follow([new Organisation("unit", "Unit", "unit@example.org", [new OrganisedTeam("aras", "Áras", null)])]);
        Import("Áras", "b@example.org");

        Assert.Equal(1, _temp.Scalar("select count(*) from team"));
        Assert.Equal(2, _temp.Scalar("select count(*) from team_member"));
    }

    [Fact]
    public void A_roster_is_known_as_the_one_that_was_followed()
    {
        Import("Áras", "a@example.org");
        var rosters = new FollowedRosters(_temp.Database, _temp.Joining);

        rosters.Note("Áras", "hash");

        Assert.Equal("hash", rosters.Hash("Áras"));
    }

    [Fact]
    public void A_word_that_somebody_follows_can_be_forgotten()
    {
        Import("Team", "a@example.org");
        var wishes = new SubscriberWishes(_temp.Database);
        Assert.True(wishes.Change("a@example.org", new WishChange(["Épinay"], [], [], null), Monday));

        Assert.True(wishes.Change("a@example.org", new WishChange([], [], ["Épinay"], null), Monday));

        Assert.Equal(0, _temp.Scalar("select count(*) from subscriber_word"));
    }

    public void Dispose() => _temp.Dispose();

    private void Import(string team, string email) => Teams.Add(team, [new Joiner(email, null, ["governor"], [])], (Actor.Admin, Monday));

    private static Source Of(string name) => new(name, SourceKind.Feed, new Uri("https://example.org/feed"), "Sample Partnership", [], []);
}

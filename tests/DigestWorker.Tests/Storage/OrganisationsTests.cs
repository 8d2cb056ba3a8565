using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

public sealed class OrganisationsTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly OrganisedTeam Leads = new("leads", "School leads", "leads@example.org")
    {
        Roles = ["headteacher", "governor"],
        Areas = ["Kent"],
        Quiet = [new(new(2026, 12, 21), new(2027, 1, 3)), new(new(2026, 12, 21), new(2026, 12, 27)), new(new(2027, 5, 31), new(2027, 5, 31))],
    };

    private readonly TempDatabase _temp = new();
    private readonly Organisations _organisations;

    public OrganisationsTests() => _organisations = new Organisations(_temp.Database);

    [Fact]
    public void Organisation_team_roles_areas_and_quiet_days_are_stored_as_the_settings_say()
    {
        Follow(Leads);

        Assert.Equal(1, _temp.Scalar("select count(*) from team t join organisation o on o.id = t.organisation_id where t.key = 'leads' and t.name = 'School leads' and t.contact = 'leads@example.org' and o.key = 'durham' and o.name = 'Durham' and o.contact = 'unit@example.org'"));
        Assert.Equal(2, _temp.Scalar("select count(*) from team_role where role in ('headteacher', 'governor')"));
        Assert.Equal(1, _temp.Scalar("select count(*) from team_area where area = 'Kent'"));
        Assert.Equal(1, _temp.Scalar("select count(*) from team_quiet where first_day = '2026-12-21' and last_day = '2027-01-03'"));
        Assert.Equal(2, _temp.Scalar("select count(*) from team_quiet"));
    }

    [Fact]
    public void What_the_settings_change_or_take_back_is_taken_over_and_the_link_of_the_team_stays()
    {
        Follow(Leads);
        _temp.Scalar("update team set token = 'kept'; select 0");

        Follow(Leads with { Name = "Leads", Contact = null, Roles = ["governor", "police"], Areas = [], Quiet = [] });

        Assert.Equal(1, _temp.Scalar("select count(*) from team where name = 'Leads' and contact is null and token = 'kept'"));
        Assert.Equal(2, _temp.Scalar("select count(*) from team_role where role in ('governor', 'police')"));
        Assert.Equal(2, _temp.Scalar("select count(*) from team_role"));
        Assert.Equal(0, _temp.Scalar("select (select count(*) from team_area) + (select count(*) from team_quiet)"));
    }

    [Theory]
    [InlineData("LEADS"), InlineData("School leads")]
    public void A_team_that_an_import_made_is_taken_over_with_its_members(string imported)
    {
        Import(imported, "a@example.org", "police");

        Follow(Leads);

        Assert.Equal(1, _temp.Scalar("select count(*) from team"));
        Assert.Equal(1, _temp.Scalar("select count(*) from team t join team_member m on m.team_id = t.id where lower(t.key) = 'leads' and t.organisation_id is not null"));
    }

    [Fact]
    public void Members_without_a_role_of_the_roster_follow_the_settings_and_no_change_of_theirs_is_noted()
    {
        Follow(Leads);
        Import("leads", "a@example.org");
        var noted = _temp.Scalar("select count(*) from subscriber_change");

        Follow(Leads with { Roles = ["police"] });

        Assert.Equal(1, _temp.Scalar("select count(*) from effective_role where role = 'police'"));
        Assert.Equal(1, _temp.Scalar("select count(*) from effective_role"));
        Assert.Equal(noted, _temp.Scalar("select count(*) from subscriber_change"));
    }

    [Fact]
    public void A_team_that_has_left_the_settings_keeps_its_members()
    {
        Follow(Leads);
        Import("leads", "a@example.org");

        Follow();

        Assert.Equal(1, _temp.Scalar("select count(*) from team_member"));
        Assert.Equal(2, _temp.Scalar("select count(*) from effective_role"));
    }

    public void Dispose() => _temp.Dispose();

    private void Follow(params OrganisedTeam[] teams) => _organisations.Follow([new Organisation("durham", "Durham", "unit@example.org", teams)]);

    private void Import(string team, string email, params string[] roles) =>
        new Teams(_temp.Database, _temp.Joining).Add(team, [new Joiner(email, null, roles, [])], (Actor.Admin, Monday));
}

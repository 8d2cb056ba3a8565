using DigestWorker.Domain;

namespace DigestWorker.Tests.Settings;

public sealed class OrganisationSettingsTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_team_has_what_its_members_have_for_whom_the_roster_says_nothing()
    {
        var settings = _folder.Accept("""
            {
              "Organisations": {
                "durham-scp": {
                  "Name": "Durham partnership",
                  "Contact": "Business unit <unit@example.org>",
                  "Teams": {
                    "Leads": {
                      "Name": "School leads", "Contact": "leads@example.org", "Roles": ["headteacher"], "Areas": ["County Durham"],
                      "QuietWeeks": ["2026-12-21 to 2027-01-03", "2027-05-31 to 2027-05-31"], "Roster": "rosters/leads.csv"
                    },
                    "board": { "Name": "", "Roster": "" }
                  }
                }
              }
            }
            """);

        var organisation = Assert.Single(settings.Organisations);
        Assert.Equal(("durham-scp", "Durham partnership", "Business unit <unit@example.org>"), (organisation.Key, organisation.Name, organisation.Contact));
        var (leads, board) = (organisation.Teams[0], organisation.Teams[1]);
        Assert.Equal(("Leads", "School leads", "leads@example.org"), (leads.Key, leads.Name, leads.Contact));
        Assert.Equal(["headteacher"], leads.Roles);
        Assert.Equal(["County Durham"], leads.Areas);
        Assert.Equal([new QuietDays(new(2026, 12, 21), new(2027, 1, 3)), new QuietDays(new(2027, 5, 31), new(2027, 5, 31))], leads.Quiet);
        Assert.Equal(Path.Combine(_folder.Folder, "rosters", "leads.csv"), leads.Roster);
        Assert.Equal(("board", null, null), (board.Name, board.Contact, board.Roster));
    }

    [Fact]
    public void Every_mistake_of_organisations_and_teams_is_told_at_once()
    {
        var mistakes = _folder.Refuse("""
            {
              "Organisations": {
                "durham scp": {
                  "Contact": "the unit",
                  "Teams": {
                    "leads": { "Contact": "leads", "Roles": ["headtecher"], "Areas": [" "], "QuietWeeks": ["2027-01-03 to 2026-12-21", "Christmas"], "Roster": "a\nb.csv" },
                    "board": { "Rooster": "board.csv", "Name": "One\nTwo" }
                  }
                },
                "kent": { "Name": "Kent", "Teams": { "Leads": {}, "heads": { "Name": "Board" }, "other": { "Name": "Heads" }, "more": { "Name": "board" } } }
              }
            }
            """);

        Assert.Equal(
            [
                "Organisations:durham scp: the id \"durham scp\" must be letters, digits and hyphens, such as \"durham-leads\"; write what people read as Name",
                "Organisations:durham scp:Contact: \"the unit\" stands here; write an address such as \"safeguarding@example.org\" or \"Safeguarding <safeguarding@example.org>\"",
                "Organisations:durham scp:Name: is missing; write the organisation's name",
                "Organisations:durham scp:Teams:board:Name: \"One\\nTwo\" stands here; write it on one line, without control characters",
                "Organisations:durham scp:Teams:board:Rooster: the key \"Rooster\" is not known here; did you mean \"Roster\"?",
                "Organisations:durham scp:Teams:leads:Areas:0: is missing; write the name of an area, such as \"Wales\"",
                "Organisations:durham scp:Teams:leads:Contact: \"leads\" stands here; write an address such as \"safeguarding@example.org\" or \"Safeguarding <safeguarding@example.org>\"",
                "Organisations:durham scp:Teams:leads:QuietWeeks:0: \"2027-01-03 to 2026-12-21\" stands here; write the first day and the last, in order, such as \"2026-12-21 to 2027-01-03\"",
                "Organisations:durham scp:Teams:leads:QuietWeeks:1: \"Christmas\" stands here; write the first day and the last, in order, such as \"2026-12-21 to 2027-01-03\"",
                "Organisations:durham scp:Teams:leads:Roles:0: \"headtecher\" is not a role; did you mean \"headteacher\"?",
                "Organisations:durham scp:Teams:leads:Roster: \"a\\nb.csv\" stands here; write it on one line, without control characters",
                "Organisations:kent:Teams:Leads: the id \"Leads\" is that of Organisations:durham scp:Teams:leads too; give each team one of its own",
                "Organisations:kent:Teams:more: the name \"board\" is that of Organisations:kent:Teams:heads too; give each team one of its own",
            ],
            mistakes);
    }

    [Theory]
    [InlineData("""{ "Organisations": [] }""", "Organisations: a list, [ ] stands here; write an object, between { and }")]
    [InlineData("""{ "Organisations": { "": { "Name": "Kent" } } }""", "Organisations:: the id \"\" must be letters, digits and hyphens, such as \"durham-leads\"; write what people read as Name")]
    [InlineData("""{ "Organisations": { "kent": { "Name": "Kent", "Teams": { "leads": null, "heads": [] } } } }""", "Organisations:kent:Teams:heads: a list, [ ] stands here; write an object, between { and }")]
    public void What_is_no_organisation_is_told(string json, string mistake) => Assert.Equal([mistake], _folder.Refuse(json));
}

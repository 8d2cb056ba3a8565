using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing.Website;

public sealed class PublicNamesTests
{
    private static readonly Role[] Roles = [A.Role() with { Id = "headteacher" }];

    [Theory]
    [InlineData("Board business team", "board-business-team.ics")]
    [InlineData("St. Mary's & St John's / Kent", "st-mary-s-st-john-s-kent.ics")]
    [InlineData("../../etc/passwd", "etc-passwd.ics")]
    [InlineData("CON\0:*?\r\n", "con.ics")]
    public void The_name_of_a_team_becomes_a_safe_file_name(string team, string file) =>
        Assert.Equal(file, PublicNames.Calendars([team], Roles)[team]);

    [Theory]
    [InlineData("Headteacher")]
    [InlineData("Ψ子")]
    [InlineData("index", "Index!")]
    public void Names_that_would_meet_are_told_apart(params string[] teams)
    {
        var files = PublicNames.Calendars(teams, Roles).Values.ToList();

        Assert.Equal(files.Count, files.Distinct().Count());
        Assert.DoesNotContain("headteacher.ics", files);
        Assert.All(files, file => Assert.Matches("^[a-z0-9-]{6,80}\\.ics$", file));
    }

    [Theory]
    [InlineData("2026-W47-headteacher.html", 47, "headteacher")]
    [InlineData("2026-W01-named-health-professional.html", 1, "named-health-professional")]
    public void An_edition_is_known_by_its_file_name(string file, int week, string role) =>
        Assert.Equal((new EditionWeek(2026, week), role), PublicNames.ReadEdition(file));

    [Theory]
    [InlineData("notes.html"), InlineData("2026-W47-x.html.bak"), InlineData("2026-W99-x.html"), InlineData("2026-W47-X\".html")]
    public void Another_file_is_no_edition(string file) => Assert.Null(PublicNames.ReadEdition(file));
}

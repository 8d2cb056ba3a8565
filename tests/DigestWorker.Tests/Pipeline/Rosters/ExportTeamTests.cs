using DigestWorker.Domain;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Rosters;

public sealed class ExportTeamTests : IDisposable
{
    private const string Header = "email,name,roles,areas,state,since\r\n";

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero))
    {
        Organisations = new { durham = new { Name = "Durham", Teams = new { leads = new { Roles = new[] { "headteacher" } } } } },
    };

    [Fact]
    public void A_member_stands_with_what_the_roster_says_and_one_without_stays_without()
    {
        Import("email,name,role,area\nb@example.org,\"B, the lead\",governor;police,Kent\na@example.org,,,");
        _newsroom.Scalar("update subscriber set state = 'Paused' where address = 'a@example.org'; select 0");

        Assert.Equal(
            Header + "a@example.org,,,,paused,2026-11-23T07:30:00Z\r\nb@example.org,\"B, the lead\",governor;police,Kent,active,2026-11-23T07:30:00Z\r\n",
            Export());
    }

    [Fact]
    public void Whoever_stopped_or_cannot_be_reached_is_not_in_it()
    {
        Import("email\na@example.org\nb@example.org\nc@example.org");
        The<Stops>().Object("a@example.org", _newsroom.Clock.Now);
        _newsroom.Scalar("update subscriber set state = 'Suppressed' where address = 'b@example.org'; select 0");

        Assert.Equal(Header + "c@example.org,,,,active,2026-11-23T07:30:00Z\r\n", Export());
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0"), InlineData("+44 20"), InlineData("-2+3"), InlineData("@SUM(A1)"), InlineData("\t=1+1"), InlineData("\r=1+1")]
    public void What_a_spreadsheet_would_run_stands_behind_an_apostrophe(string name)
    {
        Import("email\na@example.org");
        using (var connection = The<Database>().Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"update subscriber set name = '{name.Replace("'", "''", StringComparison.Ordinal)}'";
            command.ExecuteNonQuery();
        }

        Assert.Contains($"a@example.org,\"'{name}\",", Export(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_exported_is_imported_again_without_a_change()
    {
        Import("email,name,role,area\na@example.org,=A1,governor;police,Kent;Durham\n+tag@example.org,+B,,\nc@example.org,'Quoted',,");
        var exported = Export();

        Assert.Equal(3, Import(exported).Unchanged);
        Assert.All(Import(exported, "Others").Refused, row => Assert.Equal("no role is given", row.Reason));
        Assert.Equal(exported, Export());
        Assert.Equal(3, _newsroom.Scalar("select count(*) from subscriber"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where name = '=A1'"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where name = '''Quoted'''"));
    }

    public void Dispose() => _newsroom.Dispose();

    private ImportReport Import(string csv, string team = "leads") => The<ImportRoster>().Run(new RosterText("the list", csv), new RosterOrder(team));

    private string Export()
    {
        var team = The<TeamLists>().All(EditionWeek.LondonDay(_newsroom.Clock.Now)).Single(one => one.Key == "leads");
        return The<ExportTeam>().Run(team.Id);
    }

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}

using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>The verbs about teams by the program itself, as an admin asks for them.</summary>
public sealed class TeamsVerbTests : IDisposable
{
    private const string Settings = """
        {
          "Organisations": { "durham": { "Name": "Durham partnership", "Contact": "unit@example.org", "Teams": { "leads": {
            "Name": "School leads", "Contact": "leads@example.org", "Roles": ["headteacher"], "Areas": ["Kent"],
            "QuietWeeks": ["2001-01-01 to 2001-01-07", "2199-12-21 to 2200-01-03"], "Roster": "leads.csv" } } } },
          "Web": { "PublicUrl": "https://digest.example.org/" }
        }
        """;

    private readonly TempFolder _folder = new();

    public TeamsVerbTests()
    {
        _folder.Write("appsettings.json", Settings);
        _folder.Write("roster.csv", "email,role\na@example.org,governor\nb@example.org,\n");
    }

    [Fact]
    public async Task How_many_a_roster_names_in_vain_is_told_without_saying_who_or_why()
    {
        _folder.Write("leads.csv", "email\na@example.org\nb@example.org\nc@example.org\n");
        await ImportAsync("leads");
        Assert.DoesNotContain("who cannot be subscribed", (await RunAsync("check")).Out, StringComparison.Ordinal);
        await RunAsync("subscribers", "erase", "a@example.org", "--yes");
        await RunAsync("subscribers", "unsubscribe", "b@example.org");

        var check = (await RunAsync("check", "--json")).Out;
        var import = await RunAsync("subscribers", "import", "leads.csv", "--team", "leads");

        Assert.Contains("That of team \u0027School leads\u0027 names 2 people who cannot be subscribed by it".Replace("\u0027", "'", StringComparison.Ordinal), check.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", check, StringComparison.Ordinal);
        Assert.Contains("2 stay out, 0 refused.", import.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("opted out", import.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_whose_key_was_changed_in_the_settings_and_that_still_subscribes_people_is_told()
    {
        await ImportAsync("leads");
        Assert.DoesNotContain("stands in the settings no more", (await RunAsync("check")).Out, StringComparison.Ordinal);
        _folder.Write("appsettings.json", Settings.Replace("\"leads\":", "\"heads\":", StringComparison.Ordinal));
        await ImportAsync("heads");

        Assert.Contains("Team 'leads' stands in the settings no more and still subscribes 2 people; 'teams remove leads' ends that.", (await RunAsync("check")).Out, StringComparison.Ordinal);

        await RunAsync("teams", "remove", "leads", "--yes");
        Assert.DoesNotContain("stands in the settings no more", (await RunAsync("check")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_of_each_team_whose_it_is_who_is_in_it_and_what_it_follows()
    {
        await ImportAsync("leads");
        await RunAsync("subscribers", "unsubscribe", "a@example.org");

        using var answer = JsonDocument.Parse((await RunAsync("teams", "list", "--json")).Out);
        var team = Assert.Single(answer.RootElement.EnumerateArray());
        Assert.Equal(("leads", "School leads", "Durham partnership", "leads@example.org"), (Text(team, "key"), Text(team, "name"), Text(team, "organisation"), Text(team, "contact")));
        Assert.Equal((1, 1, 0), (team.GetProperty("members").GetProperty("active").GetInt32(), team.GetProperty("members").GetProperty("unsubscribed").GetInt32(), team.GetProperty("members").GetProperty("paused").GetInt32()));
        Assert.Equal("2199-12-21 to 2200-01-03", Text(team, "nextQuietDays"));
        Assert.Equal((_folder.File("leads.csv"), false), (Text(team, "roster"), team.GetProperty("rosterFollowed").GetBoolean()));
        Assert.Contains("1 team.", (await RunAsync("teams", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_opens_the_page_of_the_team_until_a_new_one_is_made()
    {
        var first = (await RunAsync("teams", "link", "LEADS")).Out;
        Assert.Matches("^https://digest\\.example\\.org/team/[0-9a-f]{32}\n$", first.ReplaceLineEndings("\n"));
        Assert.Equal(first, (await RunAsync("teams", "link", "school leads")).Out);

        var renewed = (await RunAsync("teams", "link", "leads", "--new")).Out;

        Assert.NotEqual(first, renewed);
        Assert.Equal(renewed, (await RunAsync("teams", "link", "leads")).Out);
    }

    [Fact]
    public async Task Without_a_public_address_there_is_no_link()
    {
        _folder.Write("appsettings.json", Settings.Replace("https://digest.example.org/", "", StringComparison.Ordinal));

        var ended = await RunAsync("teams", "link", "leads");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        Assert.Contains("Web:PublicUrl", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_goes_to_standard_output_or_into_a_file_that_is_closed_to_others()
    {
        await ImportAsync("leads");

        var printed = await RunAsync("teams", "export", "leads");
        var written = await RunAsync("teams", "export", "leads", "--out", "out/leads.csv");

        Assert.Equal((0, 0), (printed.ExitCode, written.ExitCode));
        Assert.StartsWith("email,name,roles,areas,state,since", printed.Out, StringComparison.Ordinal);
        var file = Path.Combine(_folder.Path, "out", "leads.csv");
        Assert.Equal(printed.Out.ReplaceLineEndings(), (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings());
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(2, (await RunAsync("teams", "export", "leads", "--out", "out")).ExitCode);
        Assert.Contains("0 joined, 0 changed, 2 stay as they are", (await RunAsync("subscribers", "import", "out/leads.csv", "--team", "leads")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_is_removed_by_a_clear_word_and_whoever_has_nothing_else_gets_no_more_digests()
    {
        _folder.Write("roster.csv", "email,role\na@example.org,governor\nb@example.org,police\n");
        await ImportAsync("Old team");
        await RunAsync("subscribers", "add", "b@example.org", "--role", "police");

        var asked = await RunAsync("teams", "remove", "old TEAM");
        Assert.Equal(2, asked.ExitCode);
        Assert.Contains("2 members would leave 'Old team'", asked.Error, StringComparison.Ordinal);

        var removed = await RunAsync("teams", "remove", "old TEAM", "--yes");

        Assert.Equal("Removed: 2 people left, 1 of them get no more digests.\n", removed.Out.ReplaceLineEndings("\n"));
        Assert.Contains("1 subscriber.", (await RunAsync("subscribers", "list")).Out, StringComparison.Ordinal);
        Assert.Contains("'Old team' is not a team. The teams are: leads.", (await RunAsync("teams", "remove", "Old team", "--yes")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_of_the_settings_has_to_leave_them_first()
    {
        var ended = await RunAsync("teams", "remove", "leads", "--yes");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("stands in the settings", ended.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task ImportAsync(string team) =>
        Assert.Equal(0, (await RunAsync("subscribers", "import", "roster.csv", "--team", team)).ExitCode);

    private Task<DigestWorkerApp.Ended> RunAsync(params string[] arguments) => new DigestWorkerApp(_folder.Path).RunAsync(arguments);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

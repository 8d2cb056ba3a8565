using System.Text.Json;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Cli;

/// <summary><c>settings rehearse</c> and <c>explain</c> for a subscriber, by the real program.</summary>
public sealed class RehearseVerbTests(FilledFolder filled) : IClassFixture<FilledFolder>, IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Settings_that_say_the_same_change_nothing_and_say_so()
    {
        filled.CopyTo(_temp);

        var ended = await RunAsync("settings", "rehearse", "appsettings.json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("Nothing would change, for 3 subscribers and every role.", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_that_loses_its_weight_drops_its_releases_for_the_role_and_its_subscribers_and_names_the_setting()
    {
        filled.CopyTo(_temp);
        Write("new.json", roles: new { headteacher = new { Topics = new Dictionary<string, double> { ["attendance"] = 0 } } });

        var ended = await RunAsync("settings", "rehearse", "new.json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("2 subscribers would get another digest, 1 the same.", ended.Out, StringComparison.Ordinal);
        Assert.Matches(@"For the role headteacher: 1 dropped\n  - \[\d+\] " + FilledFolder.Attendance.Replace(".", @"\.", StringComparison.Ordinal), ended.Out);
        Assert.Matches("Roles:headteacher:Topics:attendance [1-9.]+ -> 0", ended.Out);
        Assert.Contains("Same for 2 subscribers of headteacher (h***@a.example.org, h***@b.example.org): as for the role headteacher", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("head1@", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minimum_that_rises_and_a_source_that_is_switched_off_are_told_as_why()
    {
        filled.CopyTo(_temp);
        Write("minimum.json", roles: new { headteacher = new { MinimumScore = 50 } });
        Write("source.json", sources: [new { Name = "charity", Url = "file:charity.xml", Enabled = false }, new { Name = "another", Url = "file:another.xml", Enabled = true }]);

        var minimum = await ChangesAsync("minimum.json", "headteacher");
        var source = await ChangesAsync("source.json", "headteacher");
        var text = await RunAsync("settings", "rehearse", "source.json");

        Assert.All(minimum, change => Assert.Equal("dropped", change.GetProperty("type").GetString()));
        Assert.Contains(Because(minimum[0]), because => because.StartsWith("Roles:headteacher:MinimumScore 1", StringComparison.Ordinal) || because.EndsWith("-> 50", StringComparison.Ordinal));
        Assert.Contains(Because(source[0]), because => because.StartsWith("Sources has charity no longer", StringComparison.Ordinal));
        Assert.Contains("Nothing is stored of another yet", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phrases_of_a_topic_and_a_new_role_are_read_anew_and_a_release_that_becomes_wanted_is_added()
    {
        filled.CopyTo(_temp);
        Write("new.json", roles: new
        {
            gardener = new { Name = "gardeners", Topics = new Dictionary<string, double> { ["allotments"] = 3 } },
            headteacher = new { Topics = new Dictionary<string, double> { ["allotments"] = 3 } },
        }, topics: new { allotments = new { Name = "allotments", Phrases = new Dictionary<string, double> { ["allotment"] = 3 } } });

        var added = Assert.Single(await ChangesAsync("new.json", "headteacher"), change => change.GetProperty("type").GetString() == "added");
        var role = await ChangesAsync("new.json", "gardener");

        Assert.Equal("Allotment waiting lists grow to 1,204 people", added.GetProperty("title").GetString());
        Assert.Contains("Topics: found to be about allotments instead of none", Because(added));
        Assert.Equal(added.GetProperty("release").GetInt64(), Assert.Single(role).GetProperty("release").GetInt64());
    }

    [Fact]
    public async Task A_release_that_goes_from_the_head_to_the_one_liners_has_moved()
    {
        filled.CopyTo(_temp);
        Write("new.json", roles: new { headteacher = new { FullReleases = 1 } });

        var moved = await ChangesAsync("new.json", "headteacher");

        Assert.All(moved, change => Assert.Equal(("moved", false), (change.GetProperty("type").GetString(), change.GetProperty("after").GetProperty("inFull").GetBoolean())));
        Assert.Contains("Roles:headteacher:FullReleases 8 -> 1", Because(moved[0]));
    }

    [Fact]
    public async Task People_whom_the_new_file_adds_or_leaves_out_are_told_masked()
    {
        await FilledFolder.FillAsync(_temp, FilledFolder.Settings(subscribers: [new { Email = "leaver@c.example.org", Roles = new[] { "headteacher" } }]));
        await RunAsync("digest", "--dry-run");
        Write("new.json", subscribers: [new { Email = "joiner@c.example.org", Roles = new[] { "headteacher" } }]);

        var ended = await RunAsync("settings", "rehearse", "new.json");

        Assert.Contains("(j***@c.example.org): the subscriber is added", ended.Out, StringComparison.Ordinal);
        Assert.Contains("(l***@c.example.org): the subscriber is removed", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("joiner@", ended.Out, StringComparison.Ordinal);
        var listed = (await RunAsync("subscribers", "list", "--json")).Out;
        Assert.Contains("leaver@c.example.org", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("joiner@", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_stores_nothing_and_leaves_no_file_behind()
    {
        filled.CopyTo(_temp);
        Write("new.json", roles: new { headteacher = new { MinimumScore = 50 } }, topics: new { attendance = new { Phrases = new Dictionary<string, double> { ["autumn"] = 3 } } });
        var (files, content) = (Files(), Content());

        var ended = await RunAsync("settings", "rehearse", "new.json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(files, Files());
        Assert.Equal(content, Content());
    }

    [Fact]
    public async Task Both_files_are_refused_in_words_with_all_of_their_mistakes()
    {
        _temp.Write("appsettings.json", """{ "Schedule": { "PublishCron": "never" } }""");
        _temp.Write("new.json", """{ "Rolles": {}, "Sources": [ { "Name": "a", "Url": "htps://x" } ] }""");

        var both = await RunAsync("settings", "rehearse", "new.json");
        var missing = await RunAsync("settings", "rehearse", "nowhere.json");

        Assert.Equal((2, 2, ""), (both.ExitCode, missing.ExitCode, both.Out));
        Assert.All(["Schedule:PublishCron", "Rolles", "Sources:0:Url", "new.json have 2 mistakes"], words => Assert.Contains(words, both.Error, StringComparison.Ordinal));
        Assert.Contains("nowhere.json", missing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_temp.File("test.db")));
    }

    [Fact]
    public async Task Explain_says_for_a_subscriber_and_a_role_why_a_release_is_in_or_not_with_the_setting()
    {
        filled.CopyTo(_temp);
        var (grooming, allotment) = (await IdAsync(FilledFolder.Grooming), await IdAsync("Allotment waiting lists grow to 1,204 people"));

        var taken = await RunAsync("explain", grooming, "--subscriber", "LEAD@a.example.org");
        var left = await RunAsync("explain", allotment, "--subscriber", "lead@a.example.org");
        var json = JsonDocument.Parse((await RunAsync("explain", grooming, "--role", "headteacher", "--json")).Out).RootElement;

        Assert.Equal((0, "", 0), (taken.ExitCode, taken.Error, left.ExitCode));
        Assert.Contains("for l***@a.example.org", taken.Out, StringComparison.Ordinal);
        Assert.Matches(@"\nIN: It stands at place \d+, in full\.\n  Decides: Roles:designated-safeguarding-lead:Topics:online-grooming", taken.Out);
        Assert.Contains("\nNOT IN: No role of the subscriber wants it.", left.Out, StringComparison.Ordinal);
        Assert.Contains("designated-safeguarding-lead: score 0, at least 1 is needed; no topic that the role follows", left.Out, StringComparison.Ordinal);
        Assert.Equal((true, "in"), (json.GetProperty("in").GetBoolean(), json.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Explain_knows_whom_the_settings_file_adds_or_leaves_out_as_publishing_would()
    {
        await FilledFolder.FillAsync(_temp, FilledFolder.Settings(subscribers: [new { Email = "joiner@c.example.org", Roles = new[] { "designated-safeguarding-lead" } }]));
        var grooming = await IdAsync(FilledFolder.Grooming);

        var joined = await RunAsync("explain", grooming, "--subscriber", "joiner@c.example.org");
        Write("appsettings.json", subscribers: []);
        var left = await RunAsync("explain", grooming, "--subscriber", "joiner@c.example.org");

        Assert.Equal((0, ""), (joined.ExitCode, joined.Error));
        Assert.Contains("\nIN: ", joined.Out, StringComparison.Ordinal);
        Assert.Contains("\nNOT IN: Nothing is sent to this subscriber", left.Out, StringComparison.Ordinal);
        Assert.Contains("left the settings file", left.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_that_has_not_begun_is_refused_in_words()
    {
        filled.CopyTo(_temp);

        var explained = await RunAsync("explain", await IdAsync(FilledFolder.Grooming), "--role", "headteacher", "--week", "2099-W01");
        var rehearsed = await RunAsync("settings", "rehearse", "appsettings.json", "--week", "2099-W01");

        Assert.Equal((2, 2), (explained.ExitCode, rehearsed.ExitCode));
        Assert.All([explained, rehearsed], ended => Assert.StartsWith("The week 2099-W01 has not begun yet; the present one is ", ended.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_names_the_next_step_for_whom_and_what_it_does_not_know()
    {
        filled.CopyTo(_temp);
        var id = await IdAsync(FilledFolder.Grooming);

        var stranger = await RunAsync("explain", id, "--subscriber", "stranger@example.org");
        var unknown = await RunAsync("explain", "999", "--subscriber", "lead@a.example.org");
        var role = await RunAsync("explain", id, "--role", "head");
        var word = await RunAsync("explain", "grooming");

        Assert.Equal((1, 1, 2, 2), (stranger.ExitCode, unknown.ExitCode, role.ExitCode, word.ExitCode));
        Assert.Contains("'grooming' is not an id; write a number, as 'releases' lists them.", word.Error, StringComparison.Ordinal);
        Assert.Contains("s***@example.org is known. 'subscribers list'", stranger.Error, StringComparison.Ordinal);
        Assert.Contains("No release has the id 999. 'releases' lists them.", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("'head' is not a role. The roles are: ", role.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("explain", id, "--role", "headteacher", "--subscriber", "lead@a.example.org")).ExitCode);
        Assert.Equal(2, (await RunAsync("explain", id, "--week", "2026-W47")).ExitCode);
    }

    [Fact]
    public async Task An_id_that_was_merged_is_explained_under_the_release_that_it_was_merged_into()
    {
        filled.CopyTo(_temp);
        var (grooming, allotment) = (await IdAsync(FilledFolder.Grooming), await IdAsync("Allotment waiting lists grow to 1,204 people"));
        await RunAsync("releases", "join", grooming, allotment);
        var merged = (await RunAsync("explain", grooming)).Out.StartsWith($"Release {grooming}:", StringComparison.Ordinal) ? allotment : grooming;

        var ended = await RunAsync("explain", merged, "--role", "headteacher");

        Assert.Contains($"Release {merged} was merged into it.", ended.Out, StringComparison.Ordinal);
    }

    private void Write(string file, object? roles = null, object? topics = null, object[]? sources = null, object[]? subscribers = null) =>
        _temp.Write(file, FilledFolder.Settings(roles, topics, sources, subscribers));

    private async Task<List<JsonElement>> ChangesAsync(string file, string role)
    {
        var ended = await RunAsync("settings", "rehearse", file, "--json");
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        return [.. JsonDocument.Parse(ended.Out).RootElement.GetProperty("roles").EnumerateArray()
            .Single(one => one.GetProperty("role").GetString() == role).GetProperty("changes").EnumerateArray()];
    }

    private static IEnumerable<string> Because(JsonElement change) => change.GetProperty("because").EnumerateArray().Select(one => one.GetString()!);

    private async Task<string> IdAsync(string title) => JsonDocument.Parse((await RunAsync("releases", "--json")).Out).RootElement.EnumerateArray()
        .Single(release => release.GetProperty("title").GetString() == title).GetProperty("id").GetRawText();

    private string[] Files() => [.. Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    // Every row of every table, by the count and the sum of what its text is made of.
    private string Content()
    {
        using var connection = new SqliteConnection($"Data Source={_temp.File("test.db")};Pooling=False");
        connection.Open();
        return string.Join('\n', Column(connection, "select name from sqlite_master where type = 'table' order by name")
            .Select(table => $"{table} {string.Join('|', Column(connection, $"select count(*) || ' ' || coalesce((select group_concat(name) from pragma_table_info('{table}')), '') from \"{table}\""))}")
            .Concat(Column(connection, "select id || title || coalesce(release_id, '') || coalesce(news_at, '') from entry order by id"))
            .Concat(Column(connection, "select entry_id || type || value || score from label order by entry_id, type, value")));
    }

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private Task<DigestWorkerApp.Ended> RunAsync(params string[] arguments) => new DigestWorkerApp(_temp.Path).RunAsync(arguments);
}

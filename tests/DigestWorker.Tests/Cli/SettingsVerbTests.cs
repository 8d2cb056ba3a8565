using System.Text;
using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>The settings file explained, by the real program.</summary>
public sealed class SettingsVerbTests : IDisposable
{
    private const string Secret = "open-sesame-open-sesame";

    private readonly TempFolder _folder = new();
    private readonly DigestWorkerApp _app;

    public SettingsVerbTests() => _app = new DigestWorkerApp(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Twelve_planted_mistakes_have_twelve_messages_with_path_and_remedy()
    {
        var file = _folder.Write("new.json", """
            {
              "Schedule": { "PublishCron": "30 7 * * MON", "TimeZone": "Europe/Londen" },
              "Storage": { "Provider": "Sqlit", "Retention": { "MailDays": 3 } },
              "Collecting": { "Concurrency": "many" },
              "Sources": [
                { "Name": "A", "Url": "htps://a.example.org/feed", "Topics": ["atendance"] },
                { "Name": "a", "Url": "https://b.example.org/feed", "Knd": "feed" }
              ],
              "Subscribers": [{ "Email": "lead.example.org", "Roles": [] }],
              "Delivery": { "Smtp": { "Host": "mail.example.org:587" } },
            }
            """);

        var ended = await _app.RunAsync("settings", "validate", "new.json");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        var lines = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal($"The settings in {file} have 12 mistakes:", lines[0]);
        Assert.Equal(
            [
                "Collecting:Concurrency: \"many\" stands here; write a whole number from 1 to 64 (line 4)",
                "Delivery:Smtp:Host: \"mail.example.org:587\" stands here; write the server's name alone, such as \"mail.example.org\"; its number goes into Port (line 10)",
                "Schedule:PublishCron: \"30 7 * * MON\" stands here; it has 5 parts; write seconds first, for instance 0 30 7 ? * MON for Mondays at 7:30 (line 2)",
                "Schedule:TimeZone: \"Europe/Londen\" stands here; did you mean \"Europe/London\"? (line 2)",
                "Sources:0:Topics:0: \"atendance\" is not a topic; did you mean \"attendance\"? (line 6)",
                "Sources:0:Url: \"htps://a.example.org/feed\" stands here; did you mean \"https://a.example.org/feed\"? (line 6)",
                "Sources:1:Knd: the key \"Knd\" is not known here; did you mean \"Kind\"? (line 7)",
                "Sources:1:Name: \"a\" stands here; Sources:0:Name says the same; change or drop one of the two (line 7)",
                "Storage:Provider: \"Sqlit\" stands here; did you mean \"Sqlite\"? (line 3)",
                "Storage:Retention:MailDays: 3 stands here; write a whole number from 8 to 366 (line 3)",
                "Subscribers:0:Email: \"lead.example.org\" stands here; write an address such as \"lead@example.org\" (line 9)",
            ],
            lines[1..^1]);
        Assert.StartsWith("Subscribers:0:Roles: is missing; write at least one of designated-safeguarding-lead, ", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(" (line 9)", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_beside_the_file_or_in_what_is_left_out_names_no_line_of_another()
    {
        _folder.Write("new.json", """
            {
              "Delivery": { "Smtp": { "Host": "mail.example.org" } },
              "Web": { "PublicFolder": "public" }
            }
            """);

        var ended = await new DigestWorkerApp(_folder.Path) { Environment = { ["DIGEST__Delivery__Smtp__Port"] = "many" } }.RunAsync("settings", "validate", "new.json");

        Assert.Contains("(set by the environment variable DIGEST__Delivery__Smtp__Port)\n", ended.Error, StringComparison.Ordinal);
        Assert.Contains("feeds and calendars name the address where they are read (line 3)\n", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_the_same_to_a_script()
    {
        _folder.Write("appsettings.json", """{ "Sorces": [], "Delivery": { "Smtp": { "User": "u", "Password": "open-sesame-open-sesame" } } }""");

        var ended = await _app.RunAsync("settings", "validate", "--json");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Error));
        using var answer = JsonDocument.Parse(ended.Out);
        Assert.False(answer.RootElement.GetProperty("isValid").GetBoolean());
        var mistake = Assert.Single(answer.RootElement.GetProperty("mistakes").EnumerateArray().ToList());
        Assert.Equal(("Sorces", 1), (mistake.GetProperty("path").GetString(), mistake.GetProperty("line").GetInt32()));
        Assert.Contains(answer.RootElement.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("path").GetString() == "Delivery:Smtp:Password");
        Assert.DoesNotContain(Secret, ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_the_file_is_warned_of_with_the_right_way_and_never_shown()
    {
        _folder.Write("appsettings.json", """{ "Delivery": { "Smtp": { "User": "u", "Password": "open-sesame-open-sesame" } } }""");

        var validated = await _app.RunAsync("settings", "validate");
        var listed = await _app.RunAsync("sources", "list");

        Assert.Equal((0, 0), (validated.ExitCode, listed.ExitCode));
        const string warning = "Warning: Delivery:Smtp:Password: a secret stands in this file, which is copied, mailed and backed up; take it out, and set the environment variable DIGEST__Delivery__Smtp__Password, or name a file that holds it alone in Delivery:Smtp:PasswordFile";
        Assert.Contains(warning, validated.Out, StringComparison.Ordinal);
        Assert.Contains(warning, listed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, validated.Out + listed.Out + listed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example.org/feed?page=2&api_key=open-sesame-open-sesame#top", "https://a.example.org/feed?page=2&api_key=(hidden)#top")]
    [InlineData("https://a.example.org/feed?AccessToken=open-sesame-open-sesame&kind=feed", "https://a.example.org/feed?AccessToken=(hidden)&kind=feed")]
    public async Task A_key_within_an_address_is_never_shown(string address, string shown)
    {
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new { Sources = new[] { new { Name = "A", Url = address } } }));
        _folder.Write("wrong.json", JsonSerializer.Serialize(new { Sources = new[] { new { Name = "A", Url = $"htps{address[5..]}" } } }));

        var right = await _app.RunAsync("settings", "show", "Sources");
        var wrong = await _app.RunAsync("settings", "validate", "wrong.json");

        Assert.Equal((0, 2), (right.ExitCode, wrong.ExitCode));
        Assert.Contains($"\"{shown}\"", right.Out, StringComparison.Ordinal);
        Assert.Contains($"did you mean \"{shown}\"?", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, right.Out + wrong.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Sources": [{ "Name": "A", "Url": "https://exa""", "is not JSON from line 1, column ")]
    [InlineData("", "is empty; write { } at least")]
    public async Task A_file_that_is_half_written_is_told(string text, string words)
    {
        _folder.Write("appsettings.json", text);

        await RefusesAsync(words);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_told() => await RefusesAsync("there is no such file; write the path of your settings file after --settings");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task A_file_in_another_encoding_is_told(string encoding)
    {
        await File.WriteAllBytesAsync(
            _folder.File("appsettings.json"), Encoding.GetEncoding(encoding).GetBytes("""{ "Digest": { "Title": "Caf\u00e9 é" } }"""), TestContext.Current.CancellationToken);

        await RefusesAsync("is not UTF-8 text; save it in the encoding UTF-8");
    }

    [Fact]
    public async Task Every_value_is_shown_with_where_it_comes_from_and_no_secret_or_address_of_a_person()
    {
        _folder.Write("appsettings.json", """
            {
              "$schema": "./appsettings.schema.json",
              "Delivery": {
                "From": "digest@example.org",
                "Smtp": { "Host": "mail.example.org", "User": "u", "PasswordFile": "password" }
              },
              "Subscribers": [ { "Email": "lead@example.org", "Name": "Sample Lead", "Roles": ["police"] } ]
            }
            """);
        _folder.Write("password", Secret);
        CloseToOthers("password");
        _app.Environment["DIGEST__Delivery__Smtp__Port"] = "465";

        var shown = await _app.RunAsync("settings", "show");

        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        var lines = shown.Out.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("Delivery:From \"digest@example.org\" (line 4)", lines);
        Assert.Contains("Delivery:Smtp:Port 465 (environment variable DIGEST__Delivery__Smtp__Port)", lines);
        Assert.Contains("Delivery:Smtp:Password \"(hidden)\" (file password)", lines);
        Assert.Contains("Delivery:Smtp:Security \"StartTls\" (built in)", lines);
        Assert.Contains("Subscribers:0:Email \"l***@example.org\" (line 7)", lines);
        Assert.Contains("Subscribers:0:Roles [\"police\"] (line 7)", lines);
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal) || line.Contains("Sample Lead", StringComparison.Ordinal) || line.StartsWith("Topics:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_place_is_shown_as_json_with_what_is_built_in()
    {
        _folder.Write("appsettings.json", """{ "Roles": { "police": { "FullReleases": 3 } } }""");

        var shown = await _app.RunAsync("settings", "show", "Roles:police", "--json");

        using var answer = JsonDocument.Parse(shown.Out);
        var values = answer.RootElement.GetProperty("values").EnumerateArray().ToDictionary(value => value.GetProperty("path").GetString()!);
        Assert.Equal((3, "file", 1), (values["Roles:police:FullReleases"].GetProperty("value").GetInt32(), values["Roles:police:FullReleases"].GetProperty("from").GetString(), values["Roles:police:FullReleases"].GetProperty("line").GetInt32()));
        Assert.Equal("builtIn", values["Roles:police:Name"].GetProperty("from").GetString());
    }

    [Fact]
    public async Task A_place_that_there_is_not_is_refused()
    {
        _folder.Write("appsettings.json", "{}");

        var shown = await _app.RunAsync("settings", "show", "Delivry");

        Assert.Equal((2, ""), (shown.ExitCode, shown.Out));
        Assert.StartsWith("Nothing is set at Delivry.", shown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_printed_as_it_is_committed()
    {
        var printed = await _app.RunAsync("settings", "schema");

        Assert.Equal((0, await File.ReadAllTextAsync(Path.Combine(Folders.Repository, "appsettings.schema.json"), TestContext.Current.CancellationToken)), (printed.ExitCode, printed.Out));
    }

    private async Task RefusesAsync(string words)
    {
        var ended = await _app.RunAsync("settings", "validate");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Out));
        Assert.Contains($"{_folder.File("appsettings.json")}: {words}", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    private void CloseToOthers(string name)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}

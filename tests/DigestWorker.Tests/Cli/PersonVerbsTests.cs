using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Cli;

/// <summary>What an admin does about one person, by the real program.</summary>
public sealed class PersonVerbsTests : IDisposable
{
    private const string Address = "lead@school.example.org";

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Erasing_wants_to_be_confirmed_and_names_what_the_settings_still_hold()
    {
        _temp.Write("appsettings.json", """
            { "Subscribers": [ { "Email": "Lead@school.example.org", "Roles": [ "headteacher" ] } ], "Alerts": { "To": "admin@example.org" } }
            """);
        await RunAsync("digest");

        var asked = await RunAsync("subscribers", "erase", Address);
        Assert.Equal((2, ""), (asked.ExitCode, asked.Out));
        Assert.Contains("add --yes", asked.Error, StringComparison.Ordinal);
        Assert.Contains("1 subscriber.", (await RunAsync("subscribers", "list")).Out, StringComparison.Ordinal);

        var erased = await RunAsync("subscribers", "erase", Address, "--yes");
        Assert.Equal((0, ""), (erased.ExitCode, erased.Error));
        Assert.StartsWith("Erased.", erased.Out, StringComparison.Ordinal);
        Assert.Contains("Subscribers:0:Email", erased.Out, StringComparison.Ordinal);
        await RunAsync("digest");
        Assert.Contains("0 subscribers.", (await RunAsync("subscribers", "list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_erases_hears_what_was_done_and_of_each_place_of_the_settings_and_of_each_folder_that_is_left()
    {
        _temp.Write("appsettings.json", """
            {
              "Delivery": { "From": "Jo Example <jo@example.org>", "ReplyTo": "Jo@example.org", "LettersFrom": "jo@example.org" },
              "Digest": { "Sender": "Sample Partnership, jo@example.org, 1 High Street", "SupportLines": { "Jo": "jo@example.org" } },
              "Organisations": { "kent": { "Name": "Kent", "Contact": "jo@example.org", "Teams": { "leads": {} } } }
            }
            """);
        await RunAsync("subscribers", "add", Address, "--role", "headteacher");
        Directory.CreateSymbolicLink(_temp.File("outbox"), _temp.File("outbox"));

        var erased = await RunAsync("subscribers", "erase", "jo@example.org", "--yes");

        Assert.Equal(1, erased.ExitCode);
        Assert.StartsWith("No subscriber had this address. Whatever else held it is deleted, and nobody can subscribe it now but its owner.", erased.Out, StringComparison.Ordinal);
        Assert.All(
            ["Delivery:From", "Delivery:ReplyTo", "Delivery:LettersFrom", "Digest:Sender", "Digest:SupportLines:Jo", "Organisations:kent:Contact"],
            path => Assert.Contains($"still holds the address at {path}:", erased.Out, StringComparison.Ordinal));
        Assert.StartsWith($"The folder {_temp.File("outbox")} could not be listed, and mails in it may hold the address: ", erased.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mail in the folders", erased.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_goes_to_standard_output_or_into_a_file_for_the_admin_alone()
    {
        _temp.Write("appsettings.json", "{}");
        await RunAsync("subscribers", "add", Address, "--role", "headteacher", "--name", "Zoë");

        var shown = await RunAsync("subscribers", "export", Address.ToUpperInvariant());
        _temp.Write("copy.json", "older and open to all");
        var written = await RunAsync("subscribers", "export", Address, "--out", "copy.json");
        var unknown = await RunAsync("subscribers", "export", "stranger@example.org");

        Assert.Equal((0, 0, 1), (shown.ExitCode, written.ExitCode, unknown.ExitCode));
        Assert.Equal("Zoë", JsonDocument.Parse(shown.Out).RootElement.GetProperty("subscriber").GetProperty("name").GetString());
        Assert.Contains("\"name\": \"Zoë\"", await File.ReadAllTextAsync(_temp.File("copy.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_temp.File("copy.json")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Contains("Nothing is held", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_is_shown_in_words_and_as_json_and_a_stranger_is_told_from_whoever_stays_out()
    {
        _temp.Write("appsettings.json", "{}");
        await RunAsync("subscribers", "add", Address, "--role", "headteacher", "--area", "Kent");
        await RunAsync("subscribers", "unsubscribe", "objector@example.org");

        var shown = await RunAsync("subscribers", "show", Address);
        var json = JsonDocument.Parse((await RunAsync("subscribers", "show", Address, "--json")).Out).RootElement;
        var objector = await RunAsync("subscribers", "show", "objector@example.org");
        var stranger = await RunAsync("subscribers", "show", "stranger@example.org");

        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.All(["State       active", "Subscribed  by an admin", "Roles       headteacher", "Areas       Kent"], words => Assert.Contains(words, shown.Out, StringComparison.Ordinal));
        Assert.Equal(("active", "admin"), (json.GetProperty("state").GetString(), json.GetProperty("subscribedBy")[0].GetProperty("by").GetString()));
        Assert.Equal((1, 1), (objector.ExitCode, stranger.ExitCode));
        Assert.Contains("may not be added by others", objector.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("may not be added", stranger.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_typed_in_capitals_is_the_role_of_the_settings_on_the_persons_own_page_too()
    {
        _temp.Write("appsettings.json", "{}");

        await RunAsync("subscribers", "add", Address, "--role", "Headteacher", "--role", "headteacher", "--name", "Zoe");
        await RunAsync("subscribers", "add", Address, "--role", "GOVERNOR", "--name", "Zoë");

        var shown = JsonDocument.Parse((await RunAsync("subscribers", "show", Address, "--json")).Out).RootElement;
        Assert.Equal(["governor", "headteacher"], shown.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal("Zoë", shown.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Digests_are_paused_and_come_again_and_nobody_is_paused_who_gets_none()
    {
        _temp.Write("appsettings.json", "{}");
        await RunAsync("subscribers", "add", Address, "--role", "headteacher");
        var day = $"{TimeProvider.System.GetUtcNow().AddDays(10):yyyy-MM-dd}";

        Assert.Equal((0, ""), await EndAsync("pause", Address, "--until", day));
        Assert.Contains($"Paused      until {day}", (await RunAsync("subscribers", "show", Address)).Out, StringComparison.Ordinal);
        Assert.Equal((0, ""), await EndAsync("pause", Address, "--resume"));
        Assert.Equal((1, "Nothing was changed: this subscriber is not paused."), await EndAsync("pause", Address, "--resume"));
        await RunAsync("subscribers", "unsubscribe", Address);
        Assert.Equal((1, "Nothing was changed: this person stopped the digest, and only they can come back."), await EndAsync("pause", Address, "--until", day));
        Assert.Equal((1, "Nobody with this address is known."), await EndAsync("pause", "stranger@example.org", "--until", day));
    }

    private async Task<(int, string)> EndAsync(params string[] arguments)
    {
        var ended = await RunAsync(["subscribers", .. arguments]);
        return (ended.ExitCode, ended.Error.Trim());
    }

    private Task<DigestWorkerApp.Ended> RunAsync(params string[] arguments) => new DigestWorkerApp(_temp.Path).RunAsync(arguments);
}

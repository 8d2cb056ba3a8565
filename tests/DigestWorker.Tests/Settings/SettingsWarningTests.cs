namespace DigestWorker.Tests.Settings;

/// <summary>What is accepted, and yet told: secrets in the file, and spellings that editors mark.</summary>
public sealed class SettingsWarningTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "Delivery": { "Smtp": { "User": "u", "Password": "open-sesame" } } }""", "Delivery:Smtp:Password", "DIGEST__Delivery__Smtp__Password, or name a file that holds it alone in Delivery:Smtp:PasswordFile")]
    [InlineData("""{ "delivery": { "bounceimap": { "password": "open-sesame" } } }""", "Delivery:BounceImap:Password", "DIGEST__Delivery__BounceImap__Password, or name a file that holds it alone in Delivery:BounceImap:PasswordFile")]
    [InlineData("""{ "Delivery": { "Smtp": { "OAuth": { "ClientSecret": "open-sesame" } } } }""", "Delivery:Smtp:OAuth:ClientSecret", "DIGEST__Delivery__Smtp__OAuth__ClientSecret, or name a file that holds it alone in Delivery:Smtp:OAuth:ClientSecretFile")]
    [InlineData("""{ "Delivery": { "Smtp": { "OAuth": { "RefreshToken": "open-sesame" } } } }""", "Delivery:Smtp:OAuth:RefreshToken", "DIGEST__Delivery__Smtp__OAuth__RefreshToken, or name a file that holds it alone in Delivery:Smtp:OAuth:RefreshTokenFile")]
    [InlineData("""{ "Web": { "StatusToken": "opensesameopensesame" } }""", "Web:StatusToken", "DIGEST__Web__StatusToken")]
    [InlineData("""{ "Storage": { "ConnectionString": "Data Source=a.db;Password=open-sesame" } }""", "Storage:ConnectionString", "DIGEST__Storage__ConnectionString")]
    public void A_secret_in_the_file_is_warned_of_with_the_right_way(string json, string path, string way)
    {
        var warning = _folder.Read(json).Warnings[0];

        Assert.Equal(path, warning.Path);
        Assert.EndsWith($"take it out, and set the environment variable {way}", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_secret_that_others_may_open_is_warned_of()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        const string json = """{ "Web": { "StatusToken": "opensesameopensesame" } }""";
        File.WriteAllText(_folder.File, json);
        File.SetUnixFileMode(_folder.File, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains(_folder.ReadFile(_folder.File).Warnings, warning => warning.Path == _folder.File && warning.Message.EndsWith("chmod 600 appsettings.json", StringComparison.Ordinal));

        File.SetUnixFileMode(_folder.File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.DoesNotContain(_folder.ReadFile(_folder.File).Warnings, warning => warning.Path == _folder.File);
    }

    [Fact]
    public void A_secret_that_the_environment_gives_is_right() =>
        Assert.Empty(_folder.With("DIGEST__Web__StatusToken", "opensesameopensesame").Read("""{ "Web": { "StatusToken": "" } }""").Warnings);

    [Fact]
    public void What_editors_would_mark_is_told_and_taken()
    {
        var reading = _folder.Read("""
            { "delivery": { "Smtp": { "Port": "465", "Security": "implicittls" } }, "Sources": [{ "Name": "A", "Url": "https://example.org/", "Enabled": "false" }] }
            """);

        Assert.Empty(SettingsFolder.Accepted(reading).Sources);
        Assert.Equal(
            [
                "delivery: is read as Delivery; write it so, as editors know it",
                "delivery:Smtp:Port: is read as 465; write it without quotes, as editors know it",
                "delivery:Smtp:Security: is read as \"ImplicitTls\"; write it so, as editors know it",
                "Sources:0:Enabled: is read as false; write it without quotes, as editors know it",
            ],
            reading.Remarks.Select(remark => remark.ToString()));
    }

    [Fact]
    public void Five_thousand_sources_with_a_mistake_each_are_all_told()
    {
        var rows = Enumerable.Range(0, 5000).Select(row => $$"""{ "Name": "Source {{row}}", "Url": "htps://example.org/{{row}}", "Ulr": "x", "Topics": ["sendd"] }""");

        var mistakes = _folder.Refuse($$"""{ "Sources": [{{string.Join(',', rows)}}] }""");

        // Of a row whose "Ulr" is told, "Url" is told no more.
        Assert.Equal(10_000, mistakes.Count);
        Assert.Equal("Sources:4999:Ulr: the key \"Ulr\" is not known here; did you mean \"Url\"?", mistakes[^1]);
    }
}

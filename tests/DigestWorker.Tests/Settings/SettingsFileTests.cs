using System.Text;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Sources": [] }""")]
    [InlineData("""{ "Sources": null, "Delivery": { "ReplyTo": null, "Smtp": { "User": "", "Password": "" } }, "Web": { "PublicUrl": "" } }""")]
    [InlineData("""{ "Subscribers": [], "Web": {}, "Topics": {}, "Roles": {} }""")]
    [InlineData("// what is read\n{ \"Sources\": [], /* none */ }")]
    [InlineData("""{ "sources": [], "SCHEDULE": { "timezone": "Europe/Paris" } }""")]
    [InlineData("""{ "Delivery": { "From": "digest@localhost", "Smtp": { "Host": "127.0.0.1", "Security": "none" } } }""")]
    [InlineData("""{ "Web": { "PublicUrl": "http://localhost:5080" }, "Collecting": { "Contact": "https://example.org/digest" } }""")]
    public void A_short_file_is_valid_without_remark(string json)
    {
        var settings = _folder.Accept(json);

        Assert.Empty(settings.Sources);
        Assert.Empty(settings.Subscribers);
        Assert.Equal(27, settings.Topics.Count);
        Assert.Equal(12, settings.Roles.Count);
        Assert.Null(settings.Delivery.ReplyTo);
    }

    [Fact]
    public void Every_key_that_scripts_rely_on_is_read()
    {
        var settings = _folder.Accept("""
            {
              "Schedule": { "TimeZone": "Europe/Dublin", "CollectCron": "0 0 6 * * ?", "PublishCron": "0 0 9 ? * FRI" },
              "Storage": { "Provider": "Sqlite", "ConnectionString": "Data Source=a.db;Pooling=False" },
              "Sources": [{ "Name": "A", "Kind": "feed", "Url": "https://example.org/a", "Publisher": "Example",
                            "Topics": ["send"], "Areas": ["Wales"], "Enabled": true }],
              "Subscribers": [{ "Email": "lead@example.org", "Name": "Lead", "Roles": ["police"], "Areas": ["Wales"] }],
              "Delivery": { "Transport": "Smtp", "PickupFolder": "out", "From": "Digest <digest@example.org>", "ReplyTo": "desk@example.org",
                            "Smtp": { "Host": "smtp.example.org", "Port": 465, "Security": "ImplicitTls", "User": "u", "Password": "p", "Connections": 4 } }
            }
            """);

        Assert.Equal("0 0 9 ? * FRI", settings.Schedule.PublishCron);
        Assert.Equal(["Wales"], Assert.Single(settings.Sources).Areas);
        Assert.Equal(["police"], Assert.Single(settings.Subscribers).Roles);
        Assert.Equal((TransportKind.Smtp, "desk@example.org"), (settings.Delivery.Transport, settings.Delivery.ReplyTo));
        var smtp = settings.Delivery.Smtp;
        Assert.Equal(("smtp.example.org", 465, SmtpSecurity.ImplicitTls, "u", "p", 4),
            (smtp.Host, smtp.Port, smtp.Security, smtp.User, smtp.Password, smtp.Connections));
    }

    [Fact]
    public void Relative_paths_count_from_the_settings_file()
    {
        var settings = _folder.Accept("""{ "Storage": { "ConnectionString": "Filename=db/a.db;Pooling=False" } }""");

        Assert.Equal(_folder.Folder, settings.Folder);
        Assert.Equal(Path.Combine(_folder.Folder, "outbox"), settings.Delivery.PickupFolder);
        Assert.Equal(
            $"Data Source={Path.Combine(_folder.Folder, "db", "a.db")};pooling=False",
            settings.Storage.ConnectionString);
    }

    [Fact]
    public void The_file_that_is_shipped_loads_without_a_remark_and_holds_the_catalogue()
    {
        var settings = SettingsFolder.Accepted(_folder.ReadFile(Path.Combine(Folders.Repository, "appsettings.json")));

        Assert.Equal(48, settings.Sources.Count + settings.SourcesSwitchedOff.Count);
        Assert.Equal(["Child Safeguarding Practice Review Panel", "DSIT", "DBS"], settings.SourcesSwitchedOff.Select(source => source.Name));
        Assert.All(settings.Sources, source => Assert.Equal(source.Kind is Domain.SourceKind.PageList, source.Recipe is not null));
        Assert.Equal(7, settings.Sources.Count(source => source.FullText));
        Assert.Equal(TransportKind.Pickup, settings.Delivery.Transport);
    }

    [Theory]
    [InlineData("", "is empty; write { } at least")]
    [InlineData("[]", "must hold one object: write its sections between { and }")]
    [InlineData("{\n  \"Web\": {},\n  \"Größe\": x\n}", "is not JSON from line 3, column 12 on: 'x' is an invalid start of a value.")]
    [InlineData("{ \"Web\": {}", "is not JSON from line 1, column 12 on: ")]
    [InlineData("""{ "Digest": { "Title": "\ud800" } }""", @"holds half a character (a lone \uD800 to \uDFFF); write the character itself")]
    public void Text_that_is_no_settings_file_is_told_in_words(string text, string fault) =>
        Assert.StartsWith($"{_folder.File}: {fault}", Assert.Single(_folder.Refuse(text)), StringComparison.Ordinal);

    [Fact]
    public void A_zero_in_a_text_is_told() =>
        Assert.Equal(@"Storage:KeyFile: holds \u0000, which no setting may; take it out", Assert.Single(_folder.Refuse("""{ "Storage": { "KeyFile": "a\u0000b" } }""")));

    [Fact]
    public void A_file_that_is_missing_is_told() =>
        Assert.StartsWith(
            $"{_folder.File}: there is no such file; ",
            Assert.Single(SettingsFolder.Refused(_folder.ReadFile(_folder.File))),
            StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_no_settings_file() =>
        Assert.StartsWith(
            $"{_folder.Folder}: may not be read; ",
            Assert.Single(SettingsFolder.Refused(_folder.ReadFile(_folder.Folder))),
            StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_mistake() =>
        SettingsFolder.Accepted(_folder.Read([.. Encoding.UTF8.Preamble, .. "{}"u8]));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void Another_encoding_is_told(string encoding) =>
        Assert.Equal(
            [$"{_folder.File}: is not UTF-8 text; save it in the encoding UTF-8"],
            SettingsFolder.Refused(_folder.Read(Encoding.GetEncoding(encoding).GetBytes("""{ "Digest": { "Title": "Café" } }"""))));

    [Fact]
    public void A_file_without_end_is_not_read_whole() =>
        Assert.Equal(
            [$"{_folder.File}: is larger than 4 MB, too large for a settings file"],
            SettingsFolder.Refused(_folder.Read(new string(' ', 5 * 1024 * 1024))));
}

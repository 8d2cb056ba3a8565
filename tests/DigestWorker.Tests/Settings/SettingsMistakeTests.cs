namespace DigestWorker.Tests.Settings;

public sealed class SettingsMistakeTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Six_mistakes_are_told_at_once_each_with_its_path()
    {
        var mistakes = _folder.Refuse("""
            {
              "Schedule": { "PublishCron": "30 7 * * 1" },
              "Storage": { "Provider": "Sqlit" },
              "Sources": [
                { "Name": "Ofsted", "Url": "https://www.gov.uk/ofsted.atom" },
                { "Name": "ofsted", "Url": "https://www.gov.uk/other.atom" },
                { "Name": "NSPCC", "Ulr": "https://www.nspcc.org.uk/feed" }
              ],
              "Subscribers": [{ "Email": "lead@example.org", "Roles": ["headtecher"] }],
              "Delivery": { "Smtp": { "Port": "many" } }
            }
            """);

        Assert.Equal(
            [
                "Delivery:Smtp:Port: \"many\" stands here; write a whole number from 1 to 65535",
                "Schedule:PublishCron: \"30 7 * * 1\" stands here; it has 5 parts; write seconds first, for instance 0 30 7 ? * MON for Mondays at 7:30",
                "Sources:1:Name: \"ofsted\" stands here; Sources:0:Name says the same; change or drop one of the two",
                "Sources:2:Ulr: the key \"Ulr\" is not known here; did you mean \"Url\"?",
                "Storage:Provider: \"Sqlit\" stands here; did you mean \"Sqlite\"?",
                "Subscribers:0:Roles:0: \"headtecher\" is not a role; did you mean \"headteacher\"?",
            ],
            mistakes);
    }

    [Theory]
    [InlineData("""{ "Sorces": [] }""", "Sorces: the key \"Sorces\" is not known here; did you mean \"Sources\"?")]
    [InlineData("""{ "Schedule": { "Cron": "" } }""", "Schedule:Cron: the key \"Cron\" is not known here; write one of TimeZone, CollectCron, PublishCron")]
    [InlineData("""{ "Web": { "Port": null } }""", "Web:Port: the key \"Port\" is not known here; write one of PublicUrl, Listen, PublicFolder, Proxies, Joining, StatusListen, StatusToken")]
    [InlineData("""{ "Web": { "PublicFolder": "public" } }""", "Web:PublicFolder: \"public\" stands here; write Web:PublicUrl too: feeds and calendars name the address where they are read")]
    [InlineData("""{ "Sources": {} }""", "Sources: an object, { } stands here; write a list, between [ and ]")]
    [InlineData("""{ "Delivery": [] }""", "Delivery: a list, [ ] stands here; write an object, between { and }")]
    [InlineData("""{ "Sources": [{ "Name": "a", "Url": "https://a.example.org", "Kind": "RSS" }] }""", "Sources:0:Kind: \"RSS\" stands here; write \"feed\"")]
    [InlineData("""{ "Sources": [null] }""", "Sources:0: null stands here; write an object, between { and }")]
    [InlineData("""{ "Delivery": { "From": ["a@example.org"] } }""", "Delivery:From: a list, [ ] stands here; write text, between double quotes")]
    [InlineData("""{ "Digest": { "Title": 5 } }""", "Digest:Title: 5 stands here; write text, between double quotes")]
    [InlineData("""{ "Digest": { "QuoteWords": 1.50 } }""", "Digest:QuoteWords: 1.50 stands here; write a whole number from 0 to 300")]
    [InlineData("""{ "Digest": { "CheckedOn": "2026-11-24" } }""", "Digest:CheckedOn: the key \"CheckedOn\" is not known here; write one of Title, Sender, QuoteWords, SupportLines, SupportLinesChecked")]
    [InlineData("""{ "Digest": { "SupportLinesChecked": "November 2026" } }""", "Digest:SupportLinesChecked: \"November 2026\" stands here; write a day as 2026-11-24")]
    [InlineData("""{ "Collecting": { "Concurrency": 900 } }""", "Collecting:Concurrency: 900 stands here; write a whole number from 1 to 64")]
    [InlineData("""{ "Topics": { "send": { "Sensitive": "maybe" } } }""", "Topics:send:Sensitive: \"maybe\" stands here; write true or false")]
    [InlineData("""{ "Topics": { "send": { "Phrases": { "ehcp": 11 } } } }""", "Topics:send:Phrases:ehcp: 11 stands here; write a number from 0 to 10")]
    [InlineData("""{ "Roles": { "police": { "Topics": { "send": "NaN" } } } }""", "Roles:police:Topics:send: \"NaN\" stands here; write a number from 0 to 10")]
    [InlineData("""{ "Delivery": { "Transport": "Smpt" } }""", "Delivery:Transport: \"Smpt\" stands here; did you mean \"Smtp\"?")]
    [InlineData("""{ "Delivery": { "Transport": true } }""", "Delivery:Transport: true stands here; write \"Pickup\" or \"Smtp\"")]
    [InlineData("""{ "Telemetry": { "OtlpEndpoint": "localhost:4317" } }""", "Telemetry:OtlpEndpoint: \"localhost:4317\" stands here; write a full address such as \"http://127.0.0.1:4317\"")]
    [InlineData("""{ "Storage": { "Provider": "Oracle" } }""", "Storage:Provider: \"Oracle\" stands here; write one of Sqlite, Postgres")]
    [InlineData("""{ "Storage": { "Retention": { "MailDays": 7 } } }""", "Storage:Retention:MailDays: 7 stands here; write a whole number from 8 to 366")]
    [InlineData("""{ "Storage": { "Retention": { "DeliveryMonths": 0 } } }""", "Storage:Retention:DeliveryMonths: 0 stands here; write a whole number from 3 to 120")]
    [InlineData("""{ "Storage": { "Retention": { "MailDay": 40 } } }""", "Storage:Retention:MailDay: the key \"MailDay\" is not known here; did you mean \"MailDays\"?")]
    [InlineData("""{ "Bodies": { "Trust": { "Type": "Charit" } } }""", "Bodies:Trust:Type: \"Charit\" stands here; did you mean \"Charity\"?")]
    [InlineData("""{ "Bodies": { "Trust": { "Hosts": ["https://example.org/x"] } } }""", "Bodies:Trust:Hosts:0: \"https://example.org/x\" stands here; write a host name without https:// and path, such as \"nspcc.org.uk\"")]
    [InlineData("""{ "Bodies": { "Trust": { "Aliases": [""] } } }""", "Bodies:Trust:Aliases:0: is missing; write another name of it, such as \"DfE\"")]
    [InlineData("""{ "Web": {}, "web": {} }""", "web: the key \"web\" stands twice in one object; keep one of the two")]
    public void A_wrong_key_or_type_is_told_with_what_to_write(string json, string mistake) =>
        Assert.Equal([mistake], _folder.Refuse(json));

    [Theory]
    [InlineData("TimeZone", "Europe/Lundon", "did you mean \"Europe/London\"?")]
    [InlineData("TimeZone", "Atlantis", "write the IANA name of a time zone, such as \"Europe/London\"")]
    [InlineData("CollectCron", "@hourly", "it has 1 part; write seconds first, for instance 0 30 7 ? * MON for Mondays at 7:30")]
    public void A_bad_schedule_is_told(string key, string value, string advice) =>
        Assert.Equal(
            [$"Schedule:{key}: \"{value}\" stands here; {advice}"],
            _folder.Refuse($$"""{ "Schedule": { "{{key}}": "{{value}}" } }"""));

    [Fact]
    public void A_cron_of_six_parts_is_read_by_Quartz_whose_words_are_passed_on()
    {
        var mistake = Assert.Single(_folder.Refuse("""{ "Schedule": { "CollectCron": "0 0/30 25 * * ?" } }"""));

        Assert.StartsWith("Schedule:CollectCron: \"0 0/30 25 * * ?\" stands here; ", mistake, StringComparison.Ordinal);
        Assert.Contains("Hour", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest.db", "write \"Data Source=FILE\", for instance \"Data Source=data/digestworker.db\"")]
    [InlineData("Pooling=true", "write \"Data Source=FILE\", for instance \"Data Source=data/digestworker.db\"")]
    [InlineData("Data Source=:memory:", "a database in memory is gone with the program; name a file")]
    [InlineData("Data Source=a.db;Mode=Memory", "a database in memory is gone with the program; name a file")]
    [InlineData("Data Source=a.db;Mode=ReadOnly", "the worker has to write; leave out Mode=ReadOnly")]
    [InlineData("Data Source=file:a.db", "write the path of the file alone, without file:")]
    public void A_bad_connection_string_is_told(string text, string advice) =>
        Assert.Equal(
            [$"Storage:ConnectionString: \"{text}\" stands here; {advice}"],
            _folder.Refuse($$"""{ "Storage": { "ConnectionString": "{{text}}" } }"""));

    [Fact]
    public void A_key_that_SQLite_does_not_know_is_told() =>
        Assert.Equal(
            ["Storage:ConnectionString: the key \"poling\" is not known to SQLite; did you mean \"Pooling\"?"],
            _folder.Refuse("""{ "Storage": { "ConnectionString": "Data Source=a.db;Poling=true" } }"""));

    [Theory]
    [InlineData("Data Source=a.db")]
    [InlineData("Host=db.example.org;Username=digest")]
    [InlineData("=")]
    public void A_connection_string_that_names_no_database_of_PostgreSQL_is_told(string text) =>
        Assert.Equal(
            [$"Storage:ConnectionString: \"{text}\" stands here; for Postgres write \"Host=SERVER;Database=NAME;Username=USER\", and keep the password in a file named by Storage:PasswordFile"],
            _folder.Refuse($$"""{ "Storage": { "Provider": "Postgres", "ConnectionString": "{{text}}" } }"""));

    [Fact]
    public void A_key_that_PostgreSQL_does_not_know_is_told() =>
        Assert.Equal(
            ["Storage:ConnectionString: the key \"hots\" is not known to PostgreSQL; did you mean \"Host\"?"],
            _folder.Refuse("""{ "Storage": { "Provider": "Postgres", "ConnectionString": "Host=a;Database=b;Username=c;Hots=d" } }"""));

    [Theory]
    [InlineData("Multiplexing"), InlineData("No Reset On Close")]
    public void A_key_that_the_program_cannot_work_with_is_told(string key) =>
        Assert.StartsWith(
            $"Storage:ConnectionString: the key \"{key.ToLowerInvariant()}\" is not known to PostgreSQL",
            Assert.Single(_folder.Refuse($$"""{ "Storage": { "Provider": "Postgres", "ConnectionString": "Host=a;Database=b;Username=c;{{key}}=true" } }""")),
            StringComparison.Ordinal);

    [Fact]
    public void A_primary_and_its_standbys_may_be_named_together()
    {
        const string Text = "Host=db1.example.org,db2.example.org:5433;Database=digest;Username=digest;Target Session Attributes=primary;Host Recheck Seconds=2";

        var accepted = _folder.Accept($$"""{ "Storage": { "Provider": "Postgres", "ConnectionString": "{{Text}}" } }""").Storage.ConnectionString;

        Assert.StartsWith(Text, accepted, StringComparison.OrdinalIgnoreCase);
        using var database = new DigestWorker.Storage.Postgres.PostgresDatabase(accepted);
        Assert.Equal("digest on db1.example.org,db2.example.org:5433", database.Name);
    }

    [Theory]
    [InlineData("lead@example")]
    [InlineData("lead.example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("Lead <lead@example.org>")]
    [InlineData("lead@-example.org")]
    [InlineData("lead@[127.0.0.1]")]
    [InlineData("lead@example.org (Monday)")]
    public void A_subscriber_needs_one_plain_address(string email) =>
        Assert.Equal(
            [$"Subscribers:0:Email: \"{email}\" stands here; write an address such as \"lead@example.org\""],
            _folder.Refuse($$"""{ "Subscribers": [{ "Email": "{{email}}", "Roles": ["police"] }] }"""));

    [Fact]
    public void A_subscriber_needs_a_role_and_stands_once() =>
        Assert.Equal(
            [
                "Subscribers:1:Email: \"Lead@Example.org\" stands here; Subscribers:0:Email says the same; change or drop one of the two",
                "Subscribers:1:Roles: is missing; write at least one of " + string.Join(", ", BuiltInTests.RoleIds),
            ],
            _folder.Refuse("""{ "Subscribers": [{ "Email": "lead@example.org", "Roles": ["police"] }, { "Email": "Lead@Example.org" }] }"""));

    [Theory]
    [InlineData("Delivery", "From", "digest at example.org")]
    [InlineData("Delivery", "ReplyTo", "Digest <digest@example.org>\\r\\nBcc: all@example.org")]
    [InlineData("Alerts", "To", "admin")]
    public void An_address_of_the_sender_is_checked(string section, string key, string address) =>
        Assert.Equal(
            [$"{section}:{key}: \"{address}\" stands here; write an address such as \"safeguarding@example.org\" or \"Safeguarding <safeguarding@example.org>\""],
            _folder.Refuse($$"""{ "{{section}}": { "{{key}}": "{{address}}" } }"""));

    [Theory]
    [InlineData("""{ "Host": "smtp.example.org:587" }""", "Host: \"smtp.example.org:587\" stands here; write the server's name alone, such as \"mail.example.org\"; its number goes into Port")]
    [InlineData("""{ "Host": "smtp.example.org", "Security": "None" }""", "Security: \"None\" stands here; mail would cross the network unprotected; write \"StartTls\" or \"ImplicitTls\", or use a server on this machine")]
    [InlineData("""{ "User": "digest" }""", "Password: is missing; set the environment variable DIGEST__Delivery__Smtp__Password, or leave User out too")]
    public void A_bad_mail_server_is_told(string smtp, string mistake) =>
        Assert.Equal([$"Delivery:Smtp:{mistake}"], _folder.Refuse($$"""{ "Delivery": { "Smtp": {{smtp}} } }"""));

    [Theory]
    [InlineData("digest.example.org", "did you mean \"https://digest.example.org\"?")]
    [InlineData("http://digest.example.org", "links that sign a person in or out need https:; http: is for this machine alone")]
    [InlineData("https://digest.example.org/?page=1", "write the address without what follows ? or #")]
    public void A_bad_public_address_is_told(string url, string advice) =>
        Assert.Equal([$"Web:PublicUrl: \"{url}\" stands here; {advice}"], _folder.Refuse($$"""{ "Web": { "PublicUrl": "{{url}}" } }"""));

    [Theory]
    [InlineData("""{ "Topics": { "Gaming": { "Name": "Gaming", "Phrases": { "loot box": 2 } } } }""", "Topics:Gaming: the id \"Gaming\" must be lower-case letters and digits joined by hyphens, such as \"online-safety\"")]
    [InlineData("""{ "Topics": { "onlin-safety": { "Phrases": { "vpn": 1 } } } }""", "Topics:onlin-safety:Name: is missing; write one, since \"onlin-safety\" is not built in; or did you mean \"online-safety\"?")]
    [InlineData("""{ "Topics": { "gaming": { "Name": "Gaming" } } }""", "Topics:gaming:Phrases: is missing; write at least one phrase that shows the topic, with its weight")]
    [InlineData("""{ "Roles": { "librarian": { "Topics": { "send": 1 } } } }""", "Roles:librarian:Name: is missing; write one, since \"librarian\" is not built in")]
    [InlineData("""{ "Roles": { "librarian": { "Name": "librarians", "Topics": { "send": 0 } } } }""", "Roles:librarian:Topics: is missing; write at least one topic with a weight above 0")]
    [InlineData("""{ "Roles": { "police": { "Topics": { "neglekt": 1 } } } }""", "Roles:police:Topics:neglekt: \"neglekt\" is not a topic; did you mean \"neglect\"?")]
    [InlineData("""{ "Roles": { "police": { "UsefulFor": { "neglekt": "x" } } } }""", "Roles:police:UsefulFor:neglekt: \"neglekt\" is not a topic; did you mean \"neglect\"?")]
    [InlineData("""{ "Roles": { "police": { "Kinds": { "figures": 1 } } } }""", "Roles:police:Kinds:figures: \"figures\" is not a kind of release; write one of statistics, guidance, news")]
    [InlineData("""{ "Roles": { "police": { "Areas": [" "] } } }""", "Roles:police:Areas:0: is missing; write the name of an area, such as \"Wales\"")]
    [InlineData("""{ "Digest": { "Title": "A\nB" } }""", "Digest:Title: \"A\\nB\" stands here; write it on one line, without control characters")]
    [InlineData("""{ "Collecting": { "Contact": "call us" } }""", "Collecting:Contact: \"call us\" stands here; write an address such as \"lead@example.org\" or the full https: address of a page")]
    public void A_bad_topic_role_or_text_is_told(string json, string mistake) => Assert.Equal([mistake], _folder.Refuse(json));
}

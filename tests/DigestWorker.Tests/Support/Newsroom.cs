using System.Globalization;
using System.Text.Json;
using DigestWorker.Cli;
using DigestWorker.Collecting.Pages;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Tests.Support;

/// <summary>The whole program in this process on a folder of its own: feeds are files, mails are files, the clock is the test's.</summary>
internal sealed class Newsroom : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, object> _sources = [];
    private string? _ofServer;
    private IHost? _host;

    /// <param name="onFile">On a file of SQLite even where the tests run on a server.</param>
    public Newsroom(DateTimeOffset now, bool onFile = false)
    {
        Clock = new ManualClock(now);
        _ofServer = TestServer.IsUsed && !onFile ? TestServer.Of(_folder.Path) : null;
    }

    public string? AdminAddress { get; set; }

    /// <summary>What a connection to PostgreSQL asks for besides.</summary>
    public string ServerOptions { get; init; } = "";

    /// <summary>As the settings file holds it; null for the defaults.</summary>
    public object? Telemetry { get; init; }

    public object? Logs { get; init; }

    /// <summary>Null for never.</summary>
    public string? SupportLinesChecked { get; set; } = "2026-11-01";

    public string? PublicUrl { get; init; }

    public string? PublicFolder { get; init; }

    public string? BounceAddress { get; init; }

    /// <summary>A folder below <see cref="Folder"/>.</summary>
    public string? BounceMaildir { get; init; }

    public string? Canary { get; init; }

    /// <summary>Where the service makes three backups; a folder below <see cref="Folder"/>.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>As the settings file holds them; null for none. A change holds from the next start on.</summary>
    public object? Organisations { get; set; }

    /// <summary>Whom the settings file subscribes; null for nobody.</summary>
    public object? People { get; init; }

    /// <summary>The port of a mail server on loopback; mails are files where null.</summary>
    public int? MailServer { get; init; }

    /// <summary>Whose word counts for where a request comes from; the program's default where null.</summary>
    public string[]? Proxies { get; init; }

    public string? StatusToken { get; init; }

    /// <summary>Whether anybody may join by a page.</summary>
    public bool Joining { get; init; } = true;

    /// <summary>The pages on a free port, without the rest of the service; a folder of settings has to name a public address.</summary>
    public async Task<WebSurface> OpenPagesAsync()
    {
        var surface = Services.GetRequiredService<WebSurface>();
        await surface.StartAsync(TestContext.Current.CancellationToken);
        return surface;
    }

    public string[] OnlyTo { get; set; } = [];

    /// <summary>How many mails may go out; any number where 0.</summary>
    public int PerMinute { get; set; }

    public ManualClock Clock { get; }

    public string Folder => _folder.Path;

    public IServiceProvider Services => (_host ??= Build()).Services;

    public string[] Mails => Directory.Exists(_folder.File("outbox")) ? Directory.GetFiles(_folder.File("outbox"), "*.eml") : [];

    /// <summary>For whoever reads the database's files: another test's end closes all connections that rest, and the log goes with the last.</summary>
    public IDisposable HoldOpen() => Services.GetRequiredService<Database>().Open();

    /// <summary>The newest delivery ends as one that a mail server refused.</summary>
    public void Refuse()
    {
        Scalar("update delivery set state = 'Queued' where id = (select max(id) from delivery) returning 0");
        var database = Services.GetRequiredService<Database>();
        using var sender = database.TrySend()!;
        using var ledger = new SendingLedger(database, sender);
        ledger.Fail(Assert.Single(ledger.Claim(DateTimeOffset.MaxValue, limit: 2)), "550 no such user");
    }

    public long Scalar(string sql)
    {
        using var connection = Services.GetRequiredService<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Writes the feed anew; a source of this name is configured from then on.</summary>
    public void Publish(string source, params FeedEntry[] entries)
    {
        _folder.Write($"{source}.xml", FeedEntry.Rss(entries));
        Configure(source, new { Name = source, Url = $"file:{source}.xml", Publisher = source });
    }

    /// <summary>Writes the page that lists a source's entries anew; it is read by a recipe that comes with the program.</summary>
    public void PublishPage(string source, string recipe, string html)
    {
        _folder.Write($"{source}.html", html);
        Configure(source, new { Name = source, Kind = "page-list", Url = $"file:{source}.html", Publisher = source, Recipe = recipe });
    }

    /// <summary>Writes one page that is watched anew.</summary>
    public void PublishWatched(string source, string html)
    {
        _folder.Write($"{source}.html", html);
        Configure(source, new { Name = source, Kind = "page", Url = $"file:{source}.html", Publisher = source });
    }

    /// <summary>What a WordPress site answers to whoever asks what was edited lately.</summary>
    public void PublishPosts(string source, string json)
    {
        _folder.Write($"{source}.json", json);
        Configure(source, new { Name = source, Kind = "wp-rest", Url = $"file:{source}.json", Publisher = source });
    }

    /// <summary>One page in a feed of GOV.UK, which tells a major update by its date alone.</summary>
    public void PublishAtom(string source, string url, DateTimeOffset updated)
    {
        Publish(source);
        _folder.Write($"{source}.xml", $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>f</title><entry><id>{url}#{updated:yyyyMMdd}</id>
            <title>Meeting online safety standards in schools</title><link rel="alternate" href="{url}"/>
            <updated>{updated.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</updated>
            <summary>Guidance for schools on online safety, filtering and monitoring.</summary></entry></feed>
            """);
    }

    public void Subscribe(string address, string role = "designated-safeguarding-lead") =>
        Services.GetRequiredService<Subscribers>().Add(new Joiner(address, null, [role], []), Clock.Now);

    /// <summary>So many subscribers, called s000, s001 and so on at a dozen domains, and one release for all of them.</summary>
    public async Task PrepareEditionAsync(int subscribers)
    {
        Publish("charity");
        await CollectAsync();
        Publish("charity", FeedEntry.Grooming("a"));
        await CollectAsync();
        for (var at = 0; at < subscribers; at++)
        {
            Subscribe($"s{at:000}@d{at % 12}.example.org");
        }
    }

    /// <param name="only">The name of a source; null for all.</param>
    public Task<CollectReport> CollectAsync(string? only = null) => Services.GetRequiredService<CollectEntries>()
        .RunAsync([.. Services.GetRequiredService<DigestSettings>().Sources.Where(source => source.Name == (only ?? source.Name))], null, TestContext.Current.CancellationToken);

    public async Task<(PublishReport Published, SendReport? Sent)> DigestAsync() => await Services.GetRequiredService<DeliverEdition>()
        .RunAsync(EditionWeek.LastComplete(Clock.Now), wanted: null, null, null, TestContext.Current.CancellationToken);

    /// <summary>What the schedule does at a turn of the clock.</summary>
    public async Task CollectDueAsync()
    {
        await ActivatorUtilities.CreateInstance<Weekly>(Services).CollectAsync(TestContext.Current.CancellationToken);
        await WatchAsync();
    }

    /// <summary>The schedule of one process, whatever is configured meanwhile.</summary>
    public Func<Weekly> Turns()
    {
        Weekly? weekly = null;
        return () => weekly ??= ActivatorUtilities.CreateInstance<Weekly>(Services);
    }

    public async Task PublishDueAsync()
    {
        await ActivatorUtilities.CreateInstance<Weekly>(Services).PublishDueAsync(TestContext.Current.CancellationToken);
        await WatchAsync();
    }

    public Task WatchAsync() => Services.GetRequiredService<Turn>().RunAsync(
        () => Services.GetRequiredService<WatchService>().RunAsync(TestContext.Current.CancellationToken));

    public SourceHealth Health(string source) =>
        Services.GetRequiredService<JudgeSources>().Run().Single(health => health.Name == source);

    /// <summary>The source stands where nothing can be read until it publishes again.</summary>
    public void Break(string source) => File.Delete(_folder.File($"{source}.xml"));

    /// <summary>The source's row in the settings is another one from now on; its name stays.</summary>
    public void Change(string source, object row)
    {
        _sources[source] = row;
        Restart();
    }

    /// <summary>The sources leave the settings; what they brought stays.</summary>
    public void Forget()
    {
        _sources.Clear();
        Restart();
    }

    /// <summary>A second process on the same folder; the caller ends it.</summary>
    public IHost Beside()
    {
        _ = Services;
        return Build();
    }

    /// <summary>As if the admin had moved the file: the settings name this database from the next start on.</summary>
    public void UseServer(string connectionString)
    {
        _ofServer = connectionString;
        Restart();
    }

    /// <summary>As if the process had ended and been started again.</summary>
    public void Restart()
    {
        _host?.Dispose();
        _host = null;
        SqliteConnection.ClearAllPools();
    }

    public void Dispose()
    {
        Restart();
        if (_ofServer is not null)
        {
            TestServer.Drop(_ofServer);
        }

        _folder.Dispose();
    }

    private void Configure(string source, object settings)
    {
        if (_sources.TryAdd(source, settings))
        {
            _host?.Dispose();
            _host = null;
        }
    }

    private IHost Build()
    {
        var file = _folder.Write("appsettings.json", JsonSerializer.Serialize(new
        {
            Storage = new { Provider = _ofServer is null ? "Sqlite" : "Postgres", ConnectionString = _ofServer is null ? "Data Source=test.db" : _ofServer + ServerOptions, KeyFile = "test.db.key", Backup = new { Folder = BackupFolder, Keep = 3 } },
            Sources = _sources.Values,
            Organisations,
            Subscribers = People,
            Delivery = new
            {
                Transport = MailServer is null ? "Pickup" : "Smtp",
                From = "Digest <digest@example.org>",
                ReplyTo = "team@example.org",
                BounceAddress,
                BounceMaildir,
                Canary,
                OnlyTo,
                Smtp = new { Host = "localhost", Port = MailServer ?? 25, Security = "None", Connections = 4, PerMinute },
            },
            Alerts = new { To = AdminAddress },
            Digest = new { SupportLinesChecked },
            Telemetry,
            Logs,
            Web = new { PublicUrl, PublicFolder, Listen = "http://127.0.0.1:0", StatusListen = "http://127.0.0.1:0", StatusToken, Proxies, Joining },
        }));
        MigratedFile.PutAt(_folder.File("test.db"));
        var reading = (SettingsReading.Accepted)SettingsFile.Read(file, new Dictionary<string, string>(), Cron.Fault, SelectorFault.Of);
        var host = Composition.BuildHost(reading.Settings, Clock, Purpose.Verb);
        host.Services.GetRequiredService<Database>().Migrate();
        return host;
    }
}

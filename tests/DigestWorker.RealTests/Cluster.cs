using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigestWorker.Cli;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.RealTests;

/// <summary>Real services on one PostgreSQL, with an edition that is composed and waits, and a mail server that remembers.</summary>
internal sealed partial class Cluster : IAsyncDisposable
{
    public const int Connections = 4;

    // Each makes a profile of its own.
    private static readonly string[] Roles = ["designated-safeguarding-lead", "police", "social-care"];

    private readonly TempFolder _folder = new();
    private readonly SmtpSink _sink;
    private readonly int _subscribers, _perMinute;
    private IReadOnlyList<string> _feeds = [];
    private object? _schedule;
    private string _settings = "";
    private int _saved;

    private Cluster(PostgresServer server, int subscribers, (int PerMinute, TimeSpan Thinks) mail)
    {
        (Server, _subscribers, _perMinute) = (server, subscribers, mail.PerMinute);
        _sink = new SmtpSink(new SmtpSinkScript { Extensions = ["PIPELINING", "8BITMIME"], Thinks = mail.Thinks });
    }

    /// <summary>Where the answers are looked up.</summary>
    public PostgresServer Server { get; set; }

    public List<ClusterWorker> Workers { get; } = [];

    public int Mails => _sink.Messages.Count;

    /// <summary>When each mail came, in their order.</summary>
    public IReadOnlyList<TimeSpan> Arrivals => [.. _sink.Arrivals.Order()];

    /// <summary>How many living services have claimed what they have not sent yet.</summary>
    public long? Claiming => Server.Count($"select count(distinct claimed_by) from delivery where state = 'Sending' and claimed_by in ({PostgresWorker.AliveSql})");

    public long? Sent => Server.Count("select count(*) from delivery where state = 'Sent'");

    /// <summary>How many there are: a copy has that of its mail.</summary>
    public int MessageIds => _sink.Messages.Select(mail => MessageId().Match(Encoding.UTF8.GetString(mail)).Value).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Nobody sends yet.</summary>
    /// <param name="perMinute">How many mails the services may send; 0 for as fast as the mail server takes them.</param>
    /// <param name="thinks">How long the mail server takes over each.</param>
    public static async Task<Cluster> PrepareAsync(PostgresServer server, int subscribers, int perMinute, TimeSpan thinks = default)
    {
        var cluster = new Cluster(server, subscribers, (perMinute, thinks));
        cluster.WriteFeed();
        cluster.Save(server.ConnectionString);
        var collected = await new DigestWorkerApp(cluster._folder.Path).RunAsync("collect", "--settings", cluster._settings);
        Assert.True(collected.ExitCode == 0, collected.Error);
        cluster.Compose();
        return cluster;
    }

    /// <summary>Services that are started from now on reach the server by this; those that run keep what they have.</summary>
    public void Save(string connectionString) => _settings = _folder.Write($"settings-{++_saved}.json", JsonSerializer.Serialize(new
    {
        Storage = new { Provider = "Postgres", ConnectionString = connectionString, KeyFile = "test.key" },
        Sources = new[] { new { Name = "charity", Url = "file:feed.xml" } }.Concat(_feeds.Select((url, at) => new { Name = $"feed {at}", Url = url })),
        Collecting = new { Concurrency = 2, SecondsBetweenRequests = 0, AllowPrivateAddresses = true },
        Schedule = _schedule,
        Delivery = new
        {
            Transport = "Smtp",
            From = "Digest <digest@example.org>",
            Smtp = new { Host = "localhost", Port = _sink.Port, Security = "None", Connections, PerMinute = _perMinute },
        },
    }));

    /// <param name="environment">Of its process alone.</param>
    public ClusterWorker Start(IReadOnlyDictionary<string, string>? environment = null)
    {
        var app = new DigestWorkerApp(_folder.Path);
        environment?.ToList().ForEach(variable => app.Environment.Add(variable.Key, variable.Value));
        var worker = new ClusterWorker(app, _settings);
        Workers.Add(worker);
        return worker;
    }

    public async Task KillAsync(ClusterWorker victim)
    {
        await victim.KillAsync();
        Workers.Remove(victim);
        victim.Dispose();
    }

    /// <summary>The mail server takes its time until two living services have something to send.</summary>
    public async Task TwoClaimAsync()
    {
        var script = _sink.Script;
        _sink.Script = script with { Thinks = TimeSpan.FromSeconds(1) };
        await UntilAsync(() => Claiming == 2, "two have claims");
        _sink.Script = script;
    }

    public Task MailsAsync(int mails) => UntilAsync(() => Mails >= mails, $"{mails} mails");

    public Task AllSentAsync() => UntilAsync(() => Sent == _subscribers, "all mails are sent");

    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 6_000, $"Nothing came of '{what}'; mails: {Mails}; logged was:\n{string.Join("\n\n", Workers.Select(worker => worker.Said))}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Everybody has a mail, copies are within the bound, and the services live until they are told to end.</summary>
    public async Task EndsWellAsync(int faults)
    {
        await AllSentAsync();
        var (missed, copies) = Tally();
        TestContext.Current.SendDiagnosticMessage($"{_subscribers} mails, {faults} faults: {missed} missed, {copies} copies of at most {faults * Connections}.");
        Assert.Equal(0, missed);
        Assert.InRange(copies, 0, faults * Connections);
        Assert.Equal(_subscribers, MessageIds);
        Assert.All(Workers, worker => Assert.True(worker.IsAlive, worker.Said));
        var codes = await Task.WhenAll(Workers.Select(worker => worker.StopAsync()));
        Assert.All(Workers.Zip(codes), ended => Assert.True(ended.Second == 0, $"It ended with {ended.Second}; it said:\n{ended.First.Said}"));
        Assert.All(Workers, worker => Assert.DoesNotContain("Unhandled exception", worker.Said, StringComparison.Ordinal));
        Assert.All(Workers.SelectMany(worker => worker.Said.Split('\n')), line => Assert.DoesNotContain("   at ", line, StringComparison.Ordinal));
    }

    /// <returns>Who got none, and how many mails came beyond one each.</returns>
    public (int Missed, int Copies) Tally()
    {
        var recipients = _sink.Messages.Select(mail => Recipient().Match(Encoding.UTF8.GetString(mail)).Value).ToList();
        var reached = recipients.Distinct(StringComparer.Ordinal).Count();
        return (_subscribers - reached, recipients.Count - reached);
    }

    public async ValueTask DisposeAsync()
    {
        Workers.ForEach(worker => worker.Dispose());
        await _sink.DisposeAsync();
        _folder.Dispose();
    }

    private void WriteFeed() => _folder.Write("feed.xml", $"""
        <rss version="2.0"><channel><title>f</title><item><link>https://charity.example.org/a</link>
        <title>Online grooming offences rise in new police statistics</title><pubDate>{TimeProvider.System.GetUtcNow().AddDays(-8):R}</pubDate>
        <description>Police recorded 7,062 offences of sexual communication with a child last year.</description></item></channel></rss>
        """);

    // As the service does on a Monday; today may be any day.
    private void Compose()
    {
        using var host = Host();
        var now = TimeProvider.System.GetUtcNow();
        AddSubscribers(host, now);
        var published = host.Services.GetRequiredService<PublishEdition>().Run(EditionWeek.LastComplete(now), _ => true, TestContext.Current.CancellationToken);
        Assert.Equal(_subscribers, published.Digests.Count);
    }

    private IHost Host()
    {
        var reading = SettingsFile.Read(_settings, new Dictionary<string, string>(), Cron.Fault, _ => null);
        return Composition.BuildHost(((SettingsReading.Accepted)reading).Settings, TimeProvider.System, Purpose.Verb);
    }

    private void AddSubscribers(IHost host, DateTimeOffset since)
    {
        var subscribers = host.Services.GetRequiredService<Subscribers>();
        for (var at = 0; at < _subscribers; at++)
        {
            subscribers.Add(new Joiner($"s{at}@d{at % 12}.example.org", null, [Roles[at % Roles.Length]], []), since);
        }
    }

    [GeneratedRegex(@"^To:[^\r]+", RegexOptions.Multiline)]
    private static partial Regex Recipient();

    [GeneratedRegex(@"^Message-ID:\s*[^\r]+", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}

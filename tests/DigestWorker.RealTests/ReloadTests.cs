using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DigestWorker.Cli;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.RealTests;

/// <summary>The real service is given other settings by saving its file and by a signal.</summary>
public sealed partial class ReloadTests : IDisposable
{
    private const int Subscribers = 5_000;

    private const string Reloaded = "Settings reloaded:";

    private readonly ServiceProcess _service = new();
    private int _visits;

    [Fact]
    public async Task In_the_middle_of_five_thousand_mails_none_is_lost_and_none_comes_twice()
    {
        await using var sink = new SmtpSink(new SmtpSinkScript());
        Prepare(sink.Port);
        Assert.Equal(0, (await _service.App.RunAsync("collect")).ExitCode);
        Compose();
        _service.Start();
        for (var reload = 1; reload <= 3; reload++)
        {
            await _service.UntilAsync(() => sink.Messages.Count > reload * 1_000, $"{reload} thousand mails");
            _service.Settings["Digest"]!["Title"] = $"Title {reload}";
            _service.Save();
            _service.Signal("HUP");
            await _service.LoggedAsync(Reloaded, reload);
        }

        await _service.UntilAsync(() => sink.Messages.Count >= Subscribers, "all mails");
        _service.Signal("TERM");
        Assert.Equal(0, await _service.EndAsync());
        var mails = sink.Messages.Select(Encoding.UTF8.GetString).ToList();
        Assert.Equal(Subscribers, mails.Count);
        Assert.Equal(Subscribers, mails.Select(mail => Recipient().Match(mail).Value).Distinct(StringComparer.Ordinal).Count());
        Assert.All(mails, mail => Assert.Contains("Title 0", mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_an_idle_service_it_refuses_no_visitor_and_is_told_to_the_service_manager()
    {
        var listen = $"http://127.0.0.1:{Ports.Free()}";
        _service.Save(new
        {
            Sources = Array.Empty<object>(),
            Digest = new { Title = "Title 0" },
            Web = new { PublicUrl = "https://digest.example.org", Listen = listen, StatusListen = $"http://127.0.0.1:{Ports.Free()}" },
        });
        using var notified = new NotifySocket(_service.File("notify"));
        _service.App.Environment["NOTIFY_SOCKET"] = _service.File("notify");
        _service.App.Environment["WATCHDOG_USEC"] = "2000000";
        _service.Start();
        Assert.StartsWith("READY=1", notified.NextOf("READY"), StringComparison.Ordinal);
        using var ending = new CancellationTokenSource();
        var visits = VisitAsync(new Uri($"{listen}/healthz/live"), ending.Token);
        for (var reload = 1; reload <= 10; reload++)
        {
            _service.Settings["Digest"]!["Title"] = $"Title {reload}";
            _service.Save();
            _service.Signal("HUP");
            await _service.LoggedAsync(Reloaded, reload);
            Assert.Contains("MONOTONIC_USEC=", notified.NextOf("RELOADING=1"), StringComparison.Ordinal);
            notified.NextOf("READY=1");
            // However quick the machine is, some have come before and some come after.
            await _service.UntilAsync(() => visits.IsCompleted || _visits > reload * 10, "visitors");
        }

        await ending.CancelAsync();
        await visits;
        var took = _service.Log.Select(line => Took().Match(line)).Where(match => match.Success).Select(match => int.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture)).ToList();
        // How long they take shows the machine too, which may be busy with others.
        TestContext.Current.SendDiagnosticMessage($"Reloads took {string.Join(", ", took)} ms.");
        Assert.Equal(10, took.Count);
        notified.NextOf("WATCHDOG=1");

        _service.Signal("TERM");
        notified.NextOf("STOPPING=1");
        Assert.Equal(0, await _service.EndAsync());
    }

    [Fact]
    public async Task A_file_with_mistakes_leaves_the_service_as_it_was()
    {
        _service.Save(new { Sources = Array.Empty<object>(), Digest = new { Title = "Title 0" } });
        _service.Start();
        await _service.LoggedAsync("Collected 0 sources");
        _service.Write("appsettings.json", "{ \"Digest\": { \"Titel\": ");
        await _service.LoggedAsync("The changed settings cannot be used");
        _service.Save();
        await _service.LoggedAsync("The settings are in order again");
        _service.Signal("HUP");
        _service.Signal("TERM");

        Assert.Equal(0, await _service.EndAsync());
        Assert.DoesNotContain(_service.Log, line => line.Contains(Reloaded, StringComparison.Ordinal));
    }

    public void Dispose() => _service.Dispose();

    // As the service does on a Monday; today may be any day.
    private void Compose()
    {
        var reading = SettingsFile.Read(_service.File("appsettings.json"), new Dictionary<string, string>(), Cron.Fault, _ => null);
        using var host = Composition.BuildHost(((SettingsReading.Accepted)reading).Settings, TimeProvider.System, Purpose.Verb);
        host.Services.GetRequiredService<FollowSettings>().Run();
        var week = EditionWeek.LastComplete(TimeProvider.System.GetUtcNow());
        var published = host.Services.GetRequiredService<PublishEdition>().Run(week, _ => true, TestContext.Current.CancellationToken);
        Assert.Equal(Subscribers, published.Digests.Count);
    }

    private void Prepare(int port)
    {
        _service.Write("feed.xml", $"""
            <rss version="2.0"><channel><title>f</title><item><link>https://charity.example.org/a</link>
            <title>Online grooming offences rise in new police statistics</title><pubDate>{TimeProvider.System.GetUtcNow().AddDays(-8):R}</pubDate>
            <description>Police recorded 7,062 offences of sexual communication with a child last year.</description></item></channel></rss>
            """);
        _service.Save(new
        {
            Sources = new[] { new { Name = "charity", Url = "file:feed.xml" } },
            Subscribers = Enumerable.Range(0, Subscribers).Select(at => new { Email = $"s{at}@example.org", Roles = new[] { "designated-safeguarding-lead" } }),
            Digest = new { Title = "Title 0" },
            Delivery = new
            {
                Transport = "Smtp",
                From = "Digest <digest@example.org>",
                Smtp = new { Host = "localhost", Port = port, Security = "None", Connections = 4, PerMinute = 60_000 },
            },
        });
    }

    private async Task VisitAsync(Uri page, CancellationToken ending)
    {
        using var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero };
        using var http = new HttpClient(handler);
        for (; !ending.IsCancellationRequested; _visits++)
        {
            Assert.Equal("live\n", await http.GetStringAsync(page, TestContext.Current.CancellationToken));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex(@"^To:[^\r]+", RegexOptions.Multiline)]
    private static partial Regex Recipient();

    [GeneratedRegex(@"Settings reloaded: Digest; in (?<ms>\d+) ms", RegexOptions.ExplicitCapture)]
    private static partial Regex Took();
}

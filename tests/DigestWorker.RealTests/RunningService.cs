using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.RealTests;

/// <summary>The real program as a service in a folder of its own, with its pages and a mail server that remembers.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private const string PublicUrl = "https://digest.example.org/weekly";

    private readonly TempFolder _folder = new();
    private readonly SmtpSink _sink = new(new SmtpSinkScript());
    private readonly DigestWorkerApp _app;
    private readonly string _listen = $"http://127.0.0.1:{Ports.Free()}", _statusListen = $"http://127.0.0.1:{Ports.Free()}";
    private Process? _process;

    private RunningService() => _app = new DigestWorkerApp(_folder.Path);

    public string Folder => _folder.Path;

    /// <summary>Everything that was mailed, as it came over the wire.</summary>
    public IEnumerable<string> Mails => _sink.Messages.Select(Encoding.UTF8.GetString);

    /// <param name="subscriber">Has had one digest when this returns.</param>
    public static async Task<RunningService> StartAsync(string subscriber)
    {
        var service = new RunningService();
        service.Write(subscriber);
        Assert.Equal(0, (await service.DoAsync("collect")).ExitCode);
        Assert.Equal(0, (await service.DoAsync("digest")).ExitCode);
        service._process = service._app.Start("run");
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        await service.AnswersAsync();
        return service;
    }

    public Task<DigestWorkerApp.Ended> DoAsync(params string[] arguments) => _app.RunAsync(arguments);

    /// <summary>A link of a mail as it is reached without the proxy in front.</summary>
    public string Local(string link) => link.Replace(PublicUrl, _listen, StringComparison.Ordinal);

    public string StatusPage => $"{_statusListen}/status";

    public string Page(string path) => $"{_listen}/{path}";

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        await _sink.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"{_listen}/"), TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail("The service does not answer.");
    }

    private void Write(string subscriber)
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(-8);
        _folder.Write("feed.xml", $"""
            <rss version="2.0"><channel><title>f</title><item><guid>a</guid><link>https://charity.example.org/a</link>
            <title>Online grooming offences rise in new police statistics</title><pubDate>{day:R}</pubDate>
            <description>Police recorded 7,062 offences of sexual communication with a child last year.</description></item></channel></rss>
            """);
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new
        {
            Storage = new { ConnectionString = "Data Source=test.db" },
            Sources = new[] { new { Name = "charity", Url = "file:feed.xml" } },
            Subscribers = new[] { new { Email = subscriber, Roles = new[] { "designated-safeguarding-lead" } } },
            Delivery = new
            {
                Transport = "Smtp",
                From = "Digest <digest@example.org>",
                ReplyTo = "team@example.org",
                Smtp = new { Host = "localhost", Port = _sink.Port, Security = "None" },
            },
            Web = new { PublicUrl, Listen = _listen, StatusListen = _statusListen },
        }));
    }
}

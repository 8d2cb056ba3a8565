using System.Text.Json;
using System.Text.Json.Nodes;
using DigestWorker.Cli;
using DigestWorker.Running;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestWorker.Tests.Support;

/// <summary>The whole service in this process under its supervisor, with a settings file that a test saves anew.</summary>
internal sealed class SupervisedProgram : IAsyncDisposable
{
    private static readonly WatchPace Brisk = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200));

    private readonly CancellationTokenSource _stopping = new();
    private readonly SettingsWatch _watch;
    private readonly Supervisor _supervisor;
    private readonly Func<IHost, IHost> _around;
    private Task _running = Task.CompletedTask;
    private bool _isEnded;

    /// <param name="around">Puts a host that misbehaves around each that is built; null for none.</param>
    public SupervisedProgram(TimeProvider? clock = null, Func<IHost, IHost>? around = null)
    {
        (Clock, _around) = (clock ?? TimeProvider.System, around ?? (host => host));
        _watch = new SettingsWatch(File, Brisk);
        _supervisor = new Supervisor(new ProgramSource(() => Reading(Read), Build), _watch, new ServiceManager(new Dictionary<string, string>()), TimeProvider.System);
        Settings = JsonSerializer.SerializeToNode(new
        {
            Storage = new { ConnectionString = "Data Source=test.db" },
            Sources = Array.Empty<object>(),
            Digest = new { Title = "First title" },
            Delivery = new { From = "Sample Partnership <digest@example.org>" },
            Web = new { PublicUrl = "https://digest.example.org", Listen = $"http://127.0.0.1:{Ports.Free()}", StatusListen = $"http://127.0.0.1:{Ports.Free()}" },
            Alerts = new { To = "admin@example.org" },
        })!.AsObject();
    }

    public TimeProvider Clock { get; }

    public TempFolder Folder { get; } = new();

    public string File => Folder.File("appsettings.json");

    public LogLines Log { get; } = new();

    /// <summary>Comes between the service and the file that it reads.</summary>
    public Func<Func<SettingsReading>, SettingsReading> Reading { get; set; } = read => read();

    /// <summary>What <see cref="Save()"/> writes.</summary>
    public JsonObject Settings { get; }

    /// <summary>The host that was built last; gone where its settings were refused.</summary>
    public IHost Newest { get; private set; } = null!;

    /// <summary>The title of the settings that were built last.</summary>
    public string InForce { get; private set; } = "";

    public string Page(string path) => $"{(string?)Settings["Web"]!["Listen"]}/{path}";

    public void Save() => Folder.Write("appsettings.json", Settings.ToJsonString());

    public void SaveTitle(string title)
    {
        Settings["Digest"]!["Title"] = title;
        Save();
    }

    /// <summary>Returns when the first shift is at work.</summary>
    public async Task StartAsync()
    {
        Begin();
        await Log.UntilAsync(() => _running.IsFaulted || (_supervisor.IsAtWork && Newest is not null), "start");
    }

    /// <summary>True where the service has ended by itself.</summary>
    public bool HasEnded => _running.IsCompleted;

    /// <summary>Returns before anything is at work.</summary>
    public void Begin()
    {
        Save();
        _running = Task.Run(() => _supervisor.RunAsync(((SettingsReading.Accepted)Read()).Settings, _stopping.Token));
    }

    public void Ask() => _watch.Ask();

    /// <summary>Throws what the service ended with.</summary>
    public async Task EndAsync()
    {
        _isEnded = true;
        await _stopping.CancelAsync();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isEnded)
        {
            await EndAsync();
        }

        await _supervisor.DisposeAsync();
        _watch.Dispose();
        _stopping.Dispose();
        SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }

    private SettingsReading Read() => SettingsFile.Read(File, new Dictionary<string, string>(), Cron.Fault, _ => null);

    private IHost Build(DigestSettings settings)
    {
        var host = Composition.BuildHost(settings, Clock, Purpose.Service);
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        Workshop.Open(host);
        InForce = settings.Digest.Title;
        return Newest = _around(host);
    }
}

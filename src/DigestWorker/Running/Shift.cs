using DigestWorker.Pipeline.Measuring;
using DigestWorker.Pipeline.Status;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Web;
using DigestWorker.Web.Listening;
using Microsoft.Extensions.Options;

namespace DigestWorker.Running;

/// <summary>The whole program at work under one set of settings, until it stops or another takes over.</summary>
internal sealed class Shift : IAsyncDisposable
{
    // The schedule fires, and the database answers, six times as often.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    // What is told that its time is over may still write that down.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(0.5);

    private readonly IHost _host;
    private bool _isOver;

    private Shift(DigestSettings settings, IHost host)
    {
        (Settings, _host) = (settings, host);
        Sections = new Sections(settings);
        Stopping = Get<IHostApplicationLifetime>().ApplicationStopping;
        Logger = Get<ILogger<Supervisor>>();
    }

    public DigestSettings Settings { get; }

    public Sections Sections { get; }

    public ILogger Logger { get; }

    /// <summary>Something of this host wants the process to end, or this shift is over.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>What broke in it, so that it wants the process to end; null for nothing.</summary>
    public Exception? Fault => Get<IEnumerable<IHostedService>>().OfType<BackgroundService>()
        .Select(service => service.ExecuteTask?.Exception?.InnerException).FirstOrDefault(fault => fault is not null);

    public bool IsAlive => Get<Pulse>().Since < LongestSilence;

    /// <summary>Its pages answer from here on, and what is wrong with templates, keys or addresses has come to light; its schedule waits.</summary>
    public static async Task<Shift> OpenAsync(DigestSettings settings, IHost host, HeldAddresses addresses, CancellationToken cancellationToken)
    {
        try
        {
            host.Services.GetRequiredService<Weekly>();
            await host.Services.GetRequiredService<WebSurface>().OpenAsync(addresses, cancellationToken);
            return new Shift(settings, host);
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }
    }

    /// <param name="takesOver">From another shift of the same process.</param>
    public Task StartAsync(bool takesOver, CancellationToken cancellationToken)
    {
        Get<Weekly>().TakesOver = takesOver;
        return _host.StartAsync(cancellationToken);
    }

    /// <param name="taken">False where the changed settings cannot be used.</param>
    public void Count(bool taken) => Get<Instruments>().Reload(taken);

    public void Tell(string? fault) => Get<NoteSettings>().Fault = fault;

    /// <summary>Asks the work in hand to end where nothing of it is lost, and waits for it: at most so long.</summary>
    /// <returns>False where something has not ended by then.</returns>
    public async Task<bool> StopAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        if (_isOver)
        {
            return true;
        }

        Get<IOptions<HostOptions>>().Value.ShutdownTimeout = within;
        try
        {
            await _host.StopAsync(cancellationToken).WaitAsync(within + LastWords, CancellationToken.None);
            return true;
        }
        catch (Exception late) when (late is OperationCanceledException or AggregateException or TimeoutException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync()
    {
        var wasOver = _isOver;
        _isOver = true;
        return wasOver ? ValueTask.CompletedTask : ((IAsyncDisposable)_host).DisposeAsync();
    }

    private T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();
}

using DigestWorker.Settings;
using DigestWorker.Web.Listening;

namespace DigestWorker.Running;

/// <summary>
/// Keeps the service at work under the newest settings that can be used: those that cannot are told, and the ones of before stay in
/// force. See docs/adr/0013-reloading-by-another-host.md.
/// </summary>
internal sealed partial class Supervisor(ProgramSource program, SettingsWatch watch, ServiceManager manager, TimeProvider time) : IAsyncDisposable
{
    private readonly HeldAddresses _addresses = new();
    private Shift? _shift;
    private string? _fault;

    public bool IsAtWork => _shift is not null;

    // Also while one shift hands over to another.
    private bool IsAlive => _shift?.IsAlive != false;

    public async Task RunAsync(DigestSettings settings, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var shift = await Shift.OpenAsync(settings, program.Build(settings), _addresses, stopping);
        var watchdog = manager.FeedWatchdogAsync(() => IsAlive, time, ending.Token);
        try
        {
            if (!await IsStartedAsync(shift, stopping))
            {
                return;
            }

            Begin(shift);
            while (await IsChangedAsync(shift, stopping))
            {
                _shift = null;
                manager.Reloading(time);
                shift = await FollowAsync(shift, stopping);
                Begin(shift);
            }
        }
        finally
        {
            manager.Stopping();
            await ending.CancelAsync();
            await HandOver.EndAsync(shift);
            await watchdog;
        }
    }

    public ValueTask DisposeAsync() => _addresses.DisposeAsync();

    private void Begin(Shift shift)
    {
        _shift = shift;
        manager.Ready(_fault is null ? "At work" : "At work with the settings of before: the changed ones cannot be used");
        if (manager.Fault is { } fault)
        {
            ManagerNotTold(shift.Logger, fault);
        }
    }

    /// <returns>False where it was told to end meanwhile: what was under way then breaks off in many ways.</returns>
    private static async Task<bool> IsStartedAsync(Shift shift, CancellationToken stopping)
    {
        try
        {
            await shift.StartAsync(takesOver: false, stopping);
            return true;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <returns>False when the service is to end.</returns>
    private async Task<bool> IsChangedAsync(Shift shift, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, shift.Stopping);
        try
        {
            await watch.ChangedAsync(shift.Settings, ending.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <returns>The shift that is at work from now on.</returns>
    private async Task<Shift> FollowAsync(Shift old, CancellationToken stopping)
    {
        var reading = Read();
        switch (reading)
        {
            case var _ when !watch.Confirms(reading, old.Settings):
                MayBeHalf(old.Logger);
                return old;
            case SettingsReading.Refused refused:
                Refuse(old, Refusal.Of(refused.Mistakes));
                return old;
            case SettingsReading.Accepted { Settings: var settings } when old.Sections.Changed(new Sections(settings)).Count == 0:
                Accept(old);
                return old;
            case SettingsReading.Accepted accepted:
                return await TryHandOverAsync(old, accepted.Settings, stopping);
            default:
                throw new InvalidOperationException();
        }
    }

    // Whoever saves a file must not be able to end the work in hand.
    private SettingsReading Read()
    {
        try
        {
            return program.Read();
        }
        catch (Exception fault)
        {
            return new SettingsReading.Refused([new SettingsMistake("The settings", $"cannot be read: {fault.Message}")]);
        }
    }

    private async Task<Shift> TryHandOverAsync(Shift old, DigestSettings settings, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        Shift next;
        try
        {
            next = await Shift.OpenAsync(settings, program.Build(settings), _addresses, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            await _addresses.CloseUnusedAsync();
            Refuse(old, Refusal.Of(fault, settings));
            return old;
        }

        var handOver = new HandOver(program.Build, _addresses);
        if (await handOver.RunAsync(old, next, stopping) is { } late)
        {
            return stopping.IsCancellationRequested ? next : await GoBackAsync(handOver, old, next, late);
        }

        Accept(next);
        next.Count(taken: true);
        Reloaded(next.Logger, string.Join(", ", old.Sections.Changed(next.Sections)), (long)time.GetElapsedTime(began).TotalMilliseconds);
        return next;
    }

    // It is told first: those of before may be unable to start too by now.
    private async Task<Shift> GoBackAsync(HandOver handOver, Shift old, Shift failed, Exception fault)
    {
        var words = Refusal.Of(fault, failed.Settings);
        Say(failed, words);
        var back = await handOver.BackAsync(old.Settings, failed);
        Refuse(back, words);
        return back;
    }

    private void Refuse(Shift shift, string fault)
    {
        Say(shift, fault);
        shift.Count(taken: false);
        shift.Tell(fault);
    }

    private void Say(Shift shift, string fault)
    {
        if (fault != _fault)
        {
            Refused(shift.Logger, fault);
        }

        _fault = fault;
    }

    private void Accept(Shift shift)
    {
        if (_fault is not null)
        {
            InOrder(shift.Logger);
        }

        shift.Tell(_fault = null);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Settings reloaded: {Sections}; in {Milliseconds} ms")]
    private static partial void Reloaded(ILogger logger, string sections, long milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The settings may be half written; they are read again when they lie still")]
    private static partial void MayBeHalf(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The settings are in order again")]
    private static partial void InOrder(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Fault}")]
    private static partial void Refused(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service manager could not be told how the service is: {Fault}")]
    private static partial void ManagerNotTold(ILogger logger, string fault);
}

/// <summary>Where settings come from, and what is made of them.</summary>
/// <param name="Build">Makes the whole program, its database brought up to date.</param>
internal sealed record ProgramSource(Func<SettingsReading> Read, Func<DigestSettings, IHost> Build);

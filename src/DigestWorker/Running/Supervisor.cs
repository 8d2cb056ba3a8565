using System.Runtime.ExceptionServices;
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

    public bool IsAtWork => _shift is not null;

    // Also while one shift hands over to another.
    private bool IsAlive => _shift?.IsAlive != false;

    /// <summary>Until it is told to end; throws what else ended it.</summary>
    public async Task RunAsync(DigestSettings settings, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var change = new ShiftChange(program, watch, _addresses, time);
        var shift = await Shift.OpenAsync(settings, program.Build(settings), _addresses, stopping);
        var watchdog = manager.FeedWatchdogAsync(() => IsAlive, time, ending.Token);
        try
        {
            if (!await IsStartedAsync(shift, stopping))
            {
                return;
            }

            Begin(shift, change.IsRefused);
            while (await IsChangedAsync(shift, stopping))
            {
                _shift = null;
                manager.Reloading(time);
                shift = await change.FollowAsync(shift, stopping);
                Begin(shift, change.IsRefused);
            }

            // A service manager starts anew what ended in a fault, not what ended well.
            if (shift.Fault is { } fault)
            {
                ExceptionDispatchInfo.Throw(fault);
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

    private void Begin(Shift shift, bool isRefused)
    {
        _shift = shift;
        manager.Ready(isRefused ? "At work with the settings of before: the changed ones cannot be used" : "At work");
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service manager could not be told how the service is: {Fault}")]
    private static partial void ManagerNotTold(ILogger logger, string fault);
}

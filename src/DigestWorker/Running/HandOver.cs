using DigestWorker.Settings;
using DigestWorker.Web.Listening;

namespace DigestWorker.Running;

/// <summary>One shift takes over from another of the same process; where it cannot, one under the settings of before comes back.</summary>
/// <param name="build">Makes the whole program of settings.</param>
internal sealed partial class HandOver(Func<DigestSettings, IHost> build, HeldAddresses addresses)
{
    // Of the ten seconds that a stop may take; and longer than any one piece of work ought to.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(8), HandOverWithin = TimeSpan.FromMinutes(5);

    /// <summary>The end of the process, which takes with it what has not ended in time.</summary>
    public static async Task EndAsync(Shift last)
    {
        if (await last.StopAsync(StopWithin, CancellationToken.None))
        {
            await last.DisposeAsync();
        }
        else
        {
            NotEnded(last.Logger);
        }
    }

    /// <returns>Why the next one could not start, and is to be ended; null where it is at work.</returns>
    public async Task<Exception?> RunAsync(Shift old, Shift next, CancellationToken stopping)
    {
        // Told to stop in the middle, it goes on to the end, only faster: then there is one shift to be stopped.
        using var late = new CancellationTokenSource();
        await using var hurry = stopping.Register(() => late.CancelAfter(StopWithin));
        addresses.KeepNewest();
        // What counts and what listens to counting are told apart by name alone: two at once would end together.
        await EndAsync(old, next.Logger, HandOverWithin, late.Token);
        try
        {
            await next.StartAsync(takesOver: true, CancellationToken.None);
        }
        catch (Exception fault)
        {
            return fault;
        }

        await addresses.CloseUnusedAsync();
        return null;
    }

    /// <summary>A shift that has stopped cannot start again, so its settings get another.</summary>
    public async Task<Shift> BackAsync(DigestSettings before, Shift failed)
    {
        await EndAsync(failed, failed.Logger, StopWithin, CancellationToken.None);
        var back = await Shift.OpenAsync(before, build(before), addresses, CancellationToken.None);
        addresses.KeepNewest();
        try
        {
            await back.StartAsync(takesOver: true, CancellationToken.None);
        }
        catch
        {
            await EndAsync(back);
            throw;
        }

        await addresses.CloseUnusedAsync();
        return back;
    }

    private static async Task EndAsync(Shift shift, ILogger logger, TimeSpan within, CancellationToken cancellationToken)
    {
        if (!await shift.StopAsync(within, cancellationToken))
        {
            NotEnded(logger);
        }

        await shift.DisposeAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work in hand has not ended in time; what is missing of it is done at the next turn")]
    private static partial void NotEnded(ILogger logger);
}

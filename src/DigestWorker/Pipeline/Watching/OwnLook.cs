using System.Data.Common;
using DigestWorker.Pipeline.Status;

namespace DigestWorker.Pipeline.Watching;

/// <summary>
/// A worker's own look whether the database answers that it shares with others: their schedule is kept in it, and is as silent as it
/// is. What there is to tell is told beside the looks, which a slow mail server must not hold up.
/// </summary>
internal sealed class OwnLook(Pulse pulse, DatabaseAlarm alarm)
{
    // Reading waits for nobody who writes, and a service manager may start anew what has stood still for a little longer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private DbException? _fault;
    private bool _isMet;

    public void Run()
    {
        try
        {
            pulse.Beat();
            _fault = null;
        }
        catch (DbException fault)
        {
            _fault = fault;
            throw;
        }
    }

    /// <summary>Ends only what it has met itself: the watch meets more than one small read does.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (_fault is { } fault)
        {
            _isMet = true;
            await alarm.RaiseAsync(fault, Patience, cancellationToken);
        }
        else if (_isMet)
        {
            _isMet = !await alarm.EndAsync(cancellationToken);
        }
    }
}

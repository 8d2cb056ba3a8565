using System.Data.Common;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Watching;

/// <summary>Looks how the service is, and tells the admin what has changed.</summary>
internal sealed class WatchService(DigestSettings settings, FindTroubles find, JudgeSources judge, CheckInstallation check, NoteTroubles note, TellTroubles tell, DatabaseAlarm alarm)
{
    // Somebody may just have written for long: told at the third look.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(9);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Note();
        }
        catch (DbException fault)
        {
            await alarm.RaiseAsync(fault, Patience, cancellationToken);
            throw;
        }

        await alarm.EndAsync(cancellationToken);
        await tell.RunAsync(cancellationToken);
    }

    private void Note()
    {
        var found = find.Run(judge.Run(), check.Run()).ToLookup(trouble => trouble.Topic);
        foreach (var topic in TroubleTopic.Judged)
        {
            note.Run(topic, found[topic]);
        }

        foreach (var topic in SwitchedOff())
        {
            note.Run(topic, []);
        }
    }

    // No work on them will ever find that they are over.
    private IEnumerable<TroubleTopic> SwitchedOff() =>
    [
        .. settings.Storage.Backup.Folder is null ? [TroubleTopic.Backups] : Array.Empty<TroubleTopic>(),
        .. settings.Delivery.HasBounceMailbox ? [] : new[] { TroubleTopic.Bounces },
    ];
}

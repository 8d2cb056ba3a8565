using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Watching;

/// <summary>Looks how the service is, and tells the admin what has changed.</summary>
internal sealed class WatchService(DigestSettings settings, FindTroubles find, JudgeSources judge, CheckInstallation check, NoteTroubles note, TellTroubles tell)
{
    public async Task RunAsync(CancellationToken cancellationToken)
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

        await tell.RunAsync(cancellationToken);
    }

    // No work on them will ever find that they are over.
    private IEnumerable<TroubleTopic> SwitchedOff() =>
    [
        .. settings.Storage.Backup.Folder is null ? [TroubleTopic.Backups] : Array.Empty<TroubleTopic>(),
        .. settings.Delivery.HasBounceMailbox ? [] : new[] { TroubleTopic.Bounces },
    ];
}

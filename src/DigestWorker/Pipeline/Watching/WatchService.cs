using DigestWorker.Pipeline.Status;

namespace DigestWorker.Pipeline.Watching;

/// <summary>Looks how the service is, and tells the admin what has changed.</summary>
internal sealed class WatchService(FindTroubles find, JudgeSources judge, CheckInstallation check, NoteTroubles note, TellTroubles tell)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var found = find.Run(judge.Run(), check.Run()).ToLookup(trouble => trouble.Topic);
        foreach (var topic in TroubleTopic.Judged)
        {
            note.Run(topic, found[topic]);
        }

        await tell.RunAsync(cancellationToken);
    }
}

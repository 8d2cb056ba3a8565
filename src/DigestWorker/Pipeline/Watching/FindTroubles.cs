using DigestWorker.Domain;
using DigestWorker.Pipeline.Status;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Watching;

/// <summary>The one list of what is wrong: mails, the status page, the verb and monitoring all tell of this.</summary>
internal sealed class FindTroubles(SendingTroubles sending, SourceTroubles sources, Troubles troubles)
{
    public IReadOnlyList<ServiceTrouble> Run(IReadOnlyList<SourceHealth> healths, IReadOnlyList<CheckResult> checks) =>
    [
        .. sending.Run(),
        .. sources.Run(healths),
        .. checks.Where(check => check.IsTrouble).Select(check => new ServiceTrouble(TroubleTopic.Installation, check.Name, $"{check.Name}: {check.Words}")),
        .. Met(),
    ];

    private IEnumerable<ServiceTrouble> Met() =>
        from topic in TroubleTopic.All.Except(TroubleTopic.Judged)
        join open in troubles.Open() on topic.Name equals open.Topic
        select new ServiceTrouble(topic, open.Key, open.Words);
}

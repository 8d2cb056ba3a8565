using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Watching;

/// <summary>Sources that need the admin: a failed read or two is no trouble yet.</summary>
internal sealed class SourceTroubles(DigestSettings settings, TimeProvider time)
{
    public IEnumerable<ServiceTrouble> Run(IReadOnlyList<SourceHealth> healths) =>
        healths.Where(NeedsAdmin).Select(health => new ServiceTrouble(TroubleTopic.Sources, health.Name, SourceWords.Trouble(health)));

    private bool NeedsAdmin(SourceHealth health) => health.State switch
    {
        SourceState.Silent or SourceState.Gone or SourceState.Misconfigured => true,
        SourceState.Failing or SourceState.Blocked or SourceState.Waiting => time.GetUtcNow() - health.FailingSince >= TimeSpan.FromHours(settings.Alerts.SourceHours),
        _ => false,
    };
}

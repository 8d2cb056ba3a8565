using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Says of each configured source how it is.</summary>
internal sealed class JudgeSources(DigestSettings settings, SourceHealths healths, TimeProvider time)
{
    private const int PacesOfSilence = 5;

    // However quick its pace was, a fortnight without anything is a holiday, not a death.
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromDays(14);

    public IReadOnlyList<SourceHealth> Run()
    {
        var known = healths.All(Pace.DaysRemembered);
        return [.. settings.Sources.Select(source => known.TryGetValue(source.Name, out var stored)
            ? Judge(stored, time.GetUtcNow())
            : new SourceHealth { Name = source.Name, State = SourceState.New })];
    }

    private static SourceHealth Judge(StoredHealth stored, DateTimeOffset now)
    {
        var health = stored.Health with { Pace = Pace.Usual(stored.NewEntryDays) };
        return health with { State = StateOf(health, stored.Trouble, now) };
    }

    private static SourceState StateOf(SourceHealth health, Trouble? trouble, DateTimeOffset now) => trouble switch
    {
        Trouble.Failing => SourceState.Failing,
        Trouble.Blocked => SourceState.Blocked,
        Trouble.Waiting => SourceState.Waiting,
        Trouble.Gone => SourceState.Gone,
        Trouble.Misconfigured => SourceState.Misconfigured,
        _ when IsSilent(health, now) => SourceState.Silent,
        _ => health.MovedTo is null ? SourceState.Working : SourceState.Moved,
    };

    private static bool IsSilent(SourceHealth health, DateTimeOffset now) =>
        health is { Pace: { } pace, LastNewEntry: { } last }
        && now - last > (pace * PacesOfSilence > ShortestSilence ? pace * PacesOfSilence : ShortestSilence);
}

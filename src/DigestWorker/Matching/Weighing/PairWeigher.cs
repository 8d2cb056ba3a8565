using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Adds up what speaks for and against two entries being one release.</summary>
internal sealed class PairWeigher(IReadOnlyDictionary<EvidenceKind, double> weights)
{
    public static readonly PairWeigher Default = new(EvidenceWeights.Default);

    public WeighedPair Weigh(EntryTraits first, EntryTraits second)
    {
        var observations = PairObserver.Observe(first, second);
        var score = observations.Sum(seen => weights[seen.Kind] * seen.Amount);
        return new WeighedPair(score, CannotLink.Reason(first, second, observations), observations);
    }

    /// <returns>What weighed at least a little, the weightiest first.</returns>
    public IReadOnlyList<Evidence> Explain(WeighedPair pair) =>
        [.. pair.Observations.Select(seen => new Evidence(EvidenceWords.Of(seen.Kind), seen.Detail, Math.Round(weights[seen.Kind] * seen.Amount, 1)))
            .Where(evidence => evidence.Weight != 0)
            .OrderByDescending(evidence => Math.Abs(evidence.Weight))];
}

/// <param name="Score">Log odds in nats.</param>
/// <param name="Barrier">Why the two can never be one release, whatever the score; null where nothing forbids it.</param>
internal sealed record WeighedPair(double Score, string? Barrier, IReadOnlyList<Observation> Observations);

using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Adds up what speaks for and against two entries being one release.</summary>
internal sealed class PairWeigher(IReadOnlyDictionary<EvidenceKind, double> weights)
{
    public static readonly PairWeigher Default = new(EvidenceWeights.Default);

    private readonly double[] _weights = [.. Enum.GetValues<EvidenceKind>().Select(kind => weights[kind])];

    public WeighedPair Weigh(EntryTraits first, EntryTraits second)
    {
        var seen = PairObserver.Observe(first, second);
        return new WeighedPair(first, second, seen.Weighed(_weights), CannotLink.Reason(first, second, seen), seen);
    }

    /// <returns>What weighed at least a little, the weightiest first.</returns>
    public IReadOnlyList<Evidence> Explain(WeighedPair pair) =>
        [.. Enum.GetValues<EvidenceKind>()
            .Select(kind => (kind, weight: Math.Round(weights[kind] * pair.Observations[kind], 1)))
            .Where(seen => seen.weight != 0)
            .OrderByDescending(seen => Math.Abs(seen.weight))
            .Select(seen => new Evidence(EvidenceWords.Of(seen.kind), EvidenceDetail.Of(seen.kind, pair.First, pair.Second), seen.weight))];
}

/// <param name="Score">Log odds in nats.</param>
/// <param name="Barrier">Why the two can never be one release, whatever the score; null where nothing forbids it.</param>
internal sealed record WeighedPair(EntryTraits First, EntryTraits Second, double Score, string? Barrier, Observations Observations);

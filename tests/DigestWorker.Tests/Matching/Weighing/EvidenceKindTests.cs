using DigestWorker.Matching.Weighing;

namespace DigestWorker.Tests.Matching.Weighing;

public sealed class EvidenceKindTests
{
    [Fact]
    public void Every_kind_of_evidence_has_its_own_words_and_a_weight()
    {
        var kinds = Enum.GetValues<EvidenceKind>();

        Assert.Equal(kinds.Length, kinds.Select(EvidenceWords.Of).Distinct(StringComparer.Ordinal).Count());
        Assert.All(kinds, kind => Assert.NotEqual(0, EvidenceWeights.Default[kind]));
    }
}

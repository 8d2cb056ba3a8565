using DigestWorker.Domain;
using DigestWorker.Matching.Traits;
using DigestWorker.Matching.Weighing;

namespace DigestWorker.Tests.Matching.Weighing;

public sealed class PairObserverTests
{
    private static readonly EntryTraits Plain = new() { Publisher = "a", Day = 1, Kind = Kind.Guidance };

    private static readonly DocumentMention Kcsie = new("Keeping children safe in education", null, DocumentPlace.Title, default);

    [Theory]
    [InlineData("Margaret Ashbourne-Quill said so.", true)]
    [InlineData("The Child Protection Plan stays.", false)]
    public void Names_that_are_rare_in_the_field_count_as_shared(string text, bool counts)
    {
        var entry = Plain with { Names = [.. ProperNames.In(text)] };

        Assert.Equal(counts, Amount(EvidenceKind.SharedNames, entry, entry with { Publisher = "b" }) > 0);
    }

    [Fact]
    public void Two_accounts_of_one_document_may_tell_of_other_changes_in_it()
    {
        var (one, other) = (Plain with { Topics = ["attendance"] }, Plain with { Publisher = "b", Topics = ["online-safety"] });

        Assert.Equal(1, Amount(EvidenceKind.OtherTopics, one, other));
        Assert.Equal(0, Amount(EvidenceKind.OtherTopics, one with { Documents = [Kcsie] }, other with { Documents = [Kcsie] }));
    }

    [Fact]
    public void Whether_one_is_without_a_topic_or_both_are_counts()
    {
        var known = Plain with { Topics = ["attendance"] };

        Assert.Equal([0, 1, 2], new[] { (known, known), (known, Plain), (Plain, Plain) }.Select(pair => Amount(EvidenceKind.TopicUnknown, pair.Item1, pair.Item2)));
    }

    [Theory]
    [InlineData(Kind.Guidance, Kind.News, nameof(EvidenceKind.GuidanceAndNews))]
    [InlineData(Kind.Statistics, Kind.News, nameof(EvidenceKind.OtherKind))]
    [InlineData(Kind.Guidance, Kind.Statistics, nameof(EvidenceKind.OtherKind))]
    public void Guidance_and_news_are_nearer_to_each_other_than_to_figures(Kind one, Kind other, string seen)
    {
        var pair = (Plain with { Kind = one }, Plain with { Kind = other });

        Assert.Equal([seen], new[] { EvidenceKind.OtherKind, EvidenceKind.GuidanceAndNews }.Where(kind => Amount(kind, pair.Item1, pair.Item2) > 0).Select(kind => $"{kind}"));
        Assert.True(EvidenceWeights.Default[EvidenceKind.GuidanceAndNews] > EvidenceWeights.Default[EvidenceKind.OtherKind]);
    }

    private static double Amount(EvidenceKind kind, EntryTraits first, EntryTraits second) => PairObserver.Observe(first, second)[kind];
}

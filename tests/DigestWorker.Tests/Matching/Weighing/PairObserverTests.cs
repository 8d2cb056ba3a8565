using DigestWorker.Domain;
using DigestWorker.Matching.Traits;
using DigestWorker.Matching.Weighing;

namespace DigestWorker.Tests.Matching.Weighing;

public sealed class PairObserverTests
{
    private static readonly EntryTraits Plain = new() { Publisher = "a", Day = 1, Kind = Kind.Guidance };

    private static readonly DocumentMention Kcsie = new("Keeping children safe in education", null, DocumentPlace.Title, default);

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

    [Fact]
    public void What_came_out_last_month_is_not_what_came_out_since_but_may_be_an_undated_page()
    {
        var (report, later) = (Plain with { Day = 20, ReleasedBy = 10 }, Plain with { Publisher = "b", Day = 18 });

        Assert.Equal([1, 0, 0], new[] { later, later with { DayIsUncertain = true }, later with { Day = 9 } }.Select(other => Amount(EvidenceKind.OtherReleaseDay, report, other)));
    }

    private static double Amount(EvidenceKind kind, EntryTraits first, EntryTraits second) => PairObserver.Observe(first, second)[kind];
}

using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Everything that speaks for or against two entries being one release, unweighed. The order of the two does not matter.</summary>
internal static class PairObserver
{
    private const int GuidanceDays = 75;
    private const double MostDates = 2;

    public static IReadOnlyList<Observation> Observe(EntryTraits first, EntryTraits second) =>
    [
        new(EvidenceKind.Start, 1),
        .. FigureComparison.Of(first, second),
        .. Counted(first, second),
        .. DocumentComparison.Of(first, second),
        .. PeriodComparison.Of(first, second),
        .. Texts(first, second),
        .. Circumstances(first, second),
        .. Times(first, second),
    ];

    private static IEnumerable<Observation> Counted(EntryTraits first, EntryTraits second)
    {
        var bothCount = first.Counted.Terms.Length > 0 && second.Counted.Terms.Length > 0;
        yield return new Observation(EvidenceKind.OtherCountedThings, bothCount && first.Counted.Likeness(second.Counted) == 0 ? 1 : 0);
    }

    private static IEnumerable<Observation> Texts(EntryTraits first, EntryTraits second)
    {
        yield return new Observation(EvidenceKind.Words, first.Words.Cosine(second.Words));
        yield return new Observation(EvidenceKind.LeadWords, first.LeadWords.Cosine(second.LeadWords));
        yield return new Observation(EvidenceKind.TitleWords, first.TitleWords.Cosine(second.TitleWords));
        yield return new Observation(EvidenceKind.Reprint, Reprint.Is(first, second) ? 1 : 0);
    }

    private static IEnumerable<Observation> Circumstances(EntryTraits first, EntryTraits second)
    {
        var bodies = first.Originators.Intersect(second.Originators, StringComparer.Ordinal).ToList();
        var bothNamed = first.Originators.Length > 0 && second.Originators.Length > 0;
        yield return new Observation(EvidenceKind.OtherOriginator, bothNamed && bodies.Count == 0 ? 1 : 0);
        yield return new Observation(EvidenceKind.OtherKind, first.Kind == second.Kind ? 0 : 1);
        yield return new Observation(EvidenceKind.OtherTopics, first.Topics.Intersect(second.Topics, StringComparer.Ordinal).Any() ? 0 : 1);
        yield return new Observation(EvidenceKind.OtherPlace, first.Local is not null && second.Local is not null && first.Local != second.Local ? 1 : 0);
        var nations = first.Nations.Length > 0 && second.Nations.Length > 0 && !first.Nations.Intersect(second.Nations, StringComparer.Ordinal).Any();
        yield return new Observation(EvidenceKind.OtherNation, nations ? 1 : 0);
    }

    private static IEnumerable<Observation> Times(EntryTraits first, EntryTraits second)
    {
        var days = Math.Abs(first.Day - second.Day);
        var samePublisher = first.Publisher == second.Publisher;
        var shared = first.Dates.Intersect(second.Dates).Count();
        yield return new Observation(EvidenceKind.SharedDates, Math.Min(MostDates, shared));
        yield return new Observation(EvidenceKind.WithinThreeDays, days <= 3 ? 1 : 0);
        yield return new Observation(EvidenceKind.WithinFortnight, days <= 14 ? 1 : 0);
        yield return new Observation(EvidenceKind.MonthsApart, days > 75 ? 1 : 0);
        yield return new Observation(EvidenceKind.HalfYearApart, days > 200 ? 1 : 0);
        var guidance = first.Kind == Kind.Guidance && second.Kind == Kind.Guidance && days > GuidanceDays;
        yield return new Observation(EvidenceKind.GuidanceLongAfter, guidance && shared == 0 && !DocumentComparison.AreOneEdition(first, second) ? 1 : 0);
        yield return new Observation(EvidenceKind.SamePublisher, samePublisher ? 1 : 0);
        yield return new Observation(EvidenceKind.SamePublisherLater, samePublisher && days > 10 ? 1 : 0);
    }
}

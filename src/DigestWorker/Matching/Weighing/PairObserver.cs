using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>Everything that speaks for or against two entries being one release, unweighed. The order of the two does not matter.</summary>
internal static class PairObserver
{
    private const int GuidanceDays = 75;
    private const int MostDates = 2;

    public static Observations Observe(EntryTraits first, EntryTraits second)
    {
        var seen = new Observations();
        seen.Note(EvidenceKind.Start, 1);
        FigureComparison.Note(first, second, seen);
        DocumentComparison.Note(first, second, seen);
        PeriodComparison.Note(first, second, seen);
        NoteTexts(first, second, seen);
        NoteCircumstances(first, second, seen);
        NoteTimes(first, second, seen);
        return seen;
    }

    private static void NoteTexts(EntryTraits first, EntryTraits second, Observations seen)
    {
        seen.Note(EvidenceKind.Words, first.Words.Cosine(second.Words));
        seen.Note(EvidenceKind.LeadWords, first.LeadWords.Cosine(second.LeadWords));
        seen.Note(EvidenceKind.TitleWords, first.TitleWords.Cosine(second.TitleWords));
        seen.Note(EvidenceKind.Reprint, Reprint.Is(first, second));
    }

    private static void NoteCircumstances(EntryTraits first, EntryTraits second, Observations seen)
    {
        // Outlets tell of one document for other readers: with other bodies, and of other changes in it.
        seen.Note(EvidenceKind.OtherOriginator, !seen.Has(EvidenceKind.SameDocument) && AreApart(first.Originators, second.Originators));
        seen.Note(EvidenceKind.OtherKind, first.Kind != second.Kind);
        var unknown = (first.Topics.Length == 0 ? 1 : 0) + (second.Topics.Length == 0 ? 1 : 0);
        seen.Note(EvidenceKind.TopicUnknown, unknown);
        seen.Note(EvidenceKind.OtherTopics, unknown == 0 && !seen.Has(EvidenceKind.SameDocument) && !Meet(first.Topics, second.Topics));
        seen.Note(EvidenceKind.OtherPlace, first.Local is not null && second.Local is not null && first.Local != second.Local);
        seen.Note(EvidenceKind.OtherNation, AreApart(first.Nations, second.Nations));
    }

    private static void NoteTimes(EntryTraits first, EntryTraits second, Observations seen)
    {
        var days = first.DaysFrom(second);
        var samePublisher = first.Publisher == second.Publisher;
        var shared = first.Dates.AsSpan().ContainsAny(second.Dates) ? first.Dates.Intersect(second.Dates).Count() : 0;
        seen.Note(EvidenceKind.SharedDates, Math.Min(MostDates, shared));
        // Whatever gives no date was first seen on the day on which its source was first read, with all the rest of it.
        var unknown = first.DayIsUncertain || second.DayIsUncertain;
        seen.Note(EvidenceKind.WithinThreeDays, !unknown && days <= 3);
        seen.Note(EvidenceKind.WithinFortnight, !unknown && days <= 14);
        seen.Note(EvidenceKind.DayUnknown, unknown && days <= 14);
        ReleaseDays.Note(first, second, seen);
        seen.Note(EvidenceKind.MonthsApart, days > 75);
        seen.Note(EvidenceKind.HalfYearApart, days > 200);
        var guidance = first.Kind == Kind.Guidance && second.Kind == Kind.Guidance && days > GuidanceDays;
        seen.Note(EvidenceKind.GuidanceLongAfter, guidance && shared == 0 && !DocumentComparison.AreOneEdition(first, second));
        seen.Note(EvidenceKind.SamePublisher, samePublisher);
        seen.Note(EvidenceKind.SamePublisherLater, samePublisher && days > 10);
    }

    private static bool Meet(string[] ones, string[] others) => ones.AsSpan().ContainsAny(others);

    private static bool AreApart(string[] ones, string[] others) => ones.Length > 0 && others.Length > 0 && !Meet(ones, others);
}

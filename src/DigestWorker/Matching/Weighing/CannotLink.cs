using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>What keeps two entries apart however alike they are: a wrong join hides a release, a wrong split shows it twice.</summary>
internal static class CannotLink
{
    private const int RepostDays = 10, StageDays = 60, EditionDays = 120;

    // In nats: what two entries share by chance falls short of the first; a long number and one more reach the second.
    private const double TellingFigures = 6, PlainlySame = 10;

    /// <returns>The reason in words; null where the two may be one release.</returns>
    public static string? Reason(EntryTraits first, EntryTraits second, Observations seen)
    {
        var days = first.DaysFrom(second);
        var figures = seen[EvidenceKind.SharedFigures];
        var telling = figures >= TellingFigures;
        var samePublisher = seen.Has(EvidenceKind.SamePublisher);
        var bothFigures = first.Kind == Kind.Statistics && second.Kind == Kind.Statistics;
        var bothGuidance = first.Kind == Kind.Guidance && second.Kind == Kind.Guidance;
        return seen.Has(EvidenceKind.Reprint) ? null
            : samePublisher && first.Address.Length > 0 && first.Address == second.Address ? "one page, before and after it became another release's"
            : samePublisher && days > RepostDays && figures < PlainlySame && !seen.Has(EvidenceKind.SameEdition) ? "the same publisher, later"
            : samePublisher && figures < PlainlySame && !seen.Has(EvidenceKind.SameDocument) ? "the same publisher tells of two things"
            : samePublisher && seen.Has(EvidenceKind.OtherStage) ? "the same publisher's consultation and what came of it"
            : OwnPages.AreTwo(first, second) && !telling && !seen.Has(EvidenceKind.SameDocument) ? "two publications of GOV.UK"
            : seen.Has(EvidenceKind.OtherEdition) && days > EditionDays ? "another edition of the document"
            : seen.Has(EvidenceKind.OtherStage) && days > StageDays && !seen.Has(EvidenceKind.SameEdition) ? "a consultation and what came of it"
            : bothGuidance && NameOthers(first, second) ? "the titles name other documents"
            : seen.Has(EvidenceKind.OtherPeriod) && bothFigures && figures < FigureInformation.Strong ? "figures of other periods"
            : seen.Has(EvidenceKind.OtherOriginator) && bothFigures && seen.Has(EvidenceKind.NoSharedFigure) && figures < FigureInformation.Strong ? "other bodies' figures"
            : seen.Has(EvidenceKind.TitlesDiffer) && !telling ? "the titles name different periods"
            : (first.IsLocalPaper || second.IsLocalPaper) && first.Local != second.Local && !telling ? "a local body's own paper"
            : seen.Has(EvidenceKind.OtherPlace) && figures < FigureInformation.Strong && !seen.Has(EvidenceKind.SameDocument) ? "local bodies of two places"
            : null;
    }

    private static bool NameOthers(EntryTraits first, EntryTraits second)
    {
        var (ones, others) = (InTitle(first), InTitle(second));
        return ones.Count > 0 && others.Count > 0 && !ones.Intersect(others, StringComparer.Ordinal).Any();
    }

    private static List<string> InTitle(EntryTraits traits) =>
        [.. traits.Documents.Where(document => document.Place == DocumentPlace.Title).Select(document => document.Name)];
}

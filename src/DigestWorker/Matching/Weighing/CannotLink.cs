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
    public static string? Reason(EntryTraits first, EntryTraits second, IReadOnlyList<Observation> observations)
    {
        bool Seen(EvidenceKind kind, double least = double.Epsilon) =>
            observations.Any(seen => seen.Kind == kind && seen.Amount >= least);

        var days = Math.Abs(first.Day - second.Day);
        var figures = Seen(EvidenceKind.SharedFigures, TellingFigures);
        var bothGuidance = first.Kind == Kind.Guidance && second.Kind == Kind.Guidance;
        return Seen(EvidenceKind.Reprint) ? null
            : Seen(EvidenceKind.SamePublisher) && days > RepostDays && !Seen(EvidenceKind.SharedFigures, PlainlySame) && !Seen(EvidenceKind.SameEdition) ? "the same publisher, later"
            : Seen(EvidenceKind.SamePublisher) && !figures && !Seen(EvidenceKind.SameDocument) ? "the same publisher tells of two things"
            : Seen(EvidenceKind.OtherEdition) && days > EditionDays ? "another edition of the document"
            : Seen(EvidenceKind.OtherStage) && days > StageDays && !Seen(EvidenceKind.SameEdition) ? "a consultation and what came of it"
            : bothGuidance && NameOthers(first, second) ? "the titles name other documents"
            : Seen(EvidenceKind.TitlesDiffer) && !figures ? "the titles name different periods"
            : (first.IsLocalPaper || second.IsLocalPaper) && first.Local != second.Local && !figures ? "a local body's own paper"
            : Seen(EvidenceKind.OtherPlace) && !Seen(EvidenceKind.SharedFigures, FigureInformation.Strong) && !Seen(EvidenceKind.SameDocument) ? "local bodies of two places"
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

using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>What keeps two entries apart however alike they are: a wrong join hides a release, a wrong split shows it twice.</summary>
internal static class CannotLink
{
    private const int RepostDays = 10, EditionDays = 120;

    /// <returns>The reason in words; null where the two may be one release.</returns>
    public static string? Reason(EntryTraits first, EntryTraits second, IReadOnlyList<Observation> observations)
    {
        bool Seen(EvidenceKind kind, double least = double.Epsilon) =>
            observations.Any(seen => seen.Kind == kind && seen.Amount >= least);

        var days = Math.Abs(first.Day - second.Day);
        var figuresAgree = Seen(EvidenceKind.ShareOfFigures, 1);
        return Seen(EvidenceKind.SamePublisherLater) && !figuresAgree && !Seen(EvidenceKind.SameEdition) ? "the same publisher, later"
            : Seen(EvidenceKind.OtherEdition) && days > EditionDays ? "another edition of the document"
            : Seen(EvidenceKind.TitlesDiffer) && !Seen(EvidenceKind.SharedFigures, 6) ? "the titles name different periods"
            : Seen(EvidenceKind.OtherPlace) && !Seen(EvidenceKind.SharedFigures, FigureInformation.Strong) && !Seen(EvidenceKind.SameDocument)
                ? "local bodies of two places"
            : null;
    }
}

using System.Collections.Frozen;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// What one unit of each kind of evidence counts, in nats (Fellegi and Sunter 1969): the sum is the log odds that two entries
/// are one release. Fitted by logistic regression on labelled pairs, as they came out and pushed together into two months, and on
/// the bench's synthetic years, then rounded (ADR 7).
/// </summary>
internal static class EvidenceWeights
{
    public static readonly FrozenDictionary<EvidenceKind, double> Default = new Dictionary<EvidenceKind, double>
    {
        [EvidenceKind.Start] = -5,
        [EvidenceKind.SharedFigures] = 0.15,
        [EvidenceKind.ShareOfFigures] = 2.2,
        [EvidenceKind.SharedBaselines] = 0.4,
        [EvidenceKind.NoSharedFigure] = -1.8,
        [EvidenceKind.OtherFiguresSameWords] = -3.2,
        [EvidenceKind.OtherCountedThings] = -1.4,
        [EvidenceKind.Words] = 9,
        [EvidenceKind.LeadWords] = 4.5,
        [EvidenceKind.TitleWords] = 2.5,
        [EvidenceKind.Reprint] = 20,
        [EvidenceKind.OtherOriginator] = -2.2,
        [EvidenceKind.OtherPeriod] = -0.3,
        [EvidenceKind.SameDocument] = 4.6,
        [EvidenceKind.SameEdition] = 4.4,
        [EvidenceKind.OtherEdition] = -2,
        [EvidenceKind.OtherStage] = -2.2,
        [EvidenceKind.GuidanceLongAfter] = -1.8,
        [EvidenceKind.OtherDocument] = -1.4,
        [EvidenceKind.SharedDates] = 1.8,
        [EvidenceKind.WithinThreeDays] = 1.6,
        [EvidenceKind.WithinFortnight] = 2.2,
        [EvidenceKind.DayUnknown] = 1.4,
        [EvidenceKind.MonthsApart] = -1.6,
        [EvidenceKind.HalfYearApart] = -1.6,
        [EvidenceKind.OtherKind] = -2,
        [EvidenceKind.OtherTopics] = -3.2,
        [EvidenceKind.OtherPlace] = -2,
        [EvidenceKind.OtherNation] = -2.3,
        [EvidenceKind.SamePublisher] = -2.2,
        [EvidenceKind.SamePublisherLater] = -2,
        [EvidenceKind.TitlesDiffer] = -1.9,
    }.ToFrozenDictionary();
}

using System.Collections.Frozen;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// What one unit of each kind of evidence counts, in nats (Fellegi and Sunter 1969): the sum is the log odds that two entries
/// are one release. Fitted by logistic regression on labelled pairs and on the bench's synthetic years, then rounded.
/// </summary>
internal static class EvidenceWeights
{
    public static readonly FrozenDictionary<EvidenceKind, double> Default = new Dictionary<EvidenceKind, double>
    {
        [EvidenceKind.Start] = -4,
        [EvidenceKind.SharedFigures] = 0.15,
        [EvidenceKind.ShareOfFigures] = 1.5,
        [EvidenceKind.SharedBaselines] = 0.4,
        [EvidenceKind.NoSharedFigure] = -1.8,
        [EvidenceKind.OtherFiguresSameWords] = -3.2,
        [EvidenceKind.OtherCountedThings] = -1.4,
        [EvidenceKind.Words] = 6.8,
        [EvidenceKind.LeadWords] = 3.1,
        [EvidenceKind.TitleWords] = 1.6,
        [EvidenceKind.Reprint] = 20,
        [EvidenceKind.OtherOriginator] = -3.7,
        [EvidenceKind.OtherPeriod] = -0.3,
        [EvidenceKind.SameDocument] = 4.8,
        [EvidenceKind.SameEdition] = 4.4,
        [EvidenceKind.OtherEdition] = -1.1,
        [EvidenceKind.OtherStage] = -2.2,
        [EvidenceKind.GuidanceLongAfter] = -1.8,
        [EvidenceKind.OtherDocument] = -1.7,
        [EvidenceKind.SharedDates] = 1.5,
        [EvidenceKind.WithinThreeDays] = 1.7,
        [EvidenceKind.WithinFortnight] = 2.6,
        [EvidenceKind.DayUnknown] = 1.4,
        [EvidenceKind.MonthsApart] = -1.6,
        [EvidenceKind.HalfYearApart] = -1.6,
        [EvidenceKind.OtherKind] = -1.6,
        [EvidenceKind.OtherTopics] = -2.7,
        [EvidenceKind.OtherPlace] = -1.7,
        [EvidenceKind.OtherNation] = -2.3,
        [EvidenceKind.SamePublisher] = -2.2,
        [EvidenceKind.SamePublisherLater] = -2,
        [EvidenceKind.TitlesDiffer] = -1.9,
    }.ToFrozenDictionary();
}

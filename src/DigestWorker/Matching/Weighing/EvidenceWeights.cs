using System.Collections.Frozen;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// What one unit of each kind of evidence counts, in nats (Fellegi and Sunter 1969): the sum is the log odds that two entries
/// are one release. Fitted by logistic regression on labelled pairs and rounded; the bench refits and cross-checks them.
/// </summary>
internal static class EvidenceWeights
{
    public static readonly FrozenDictionary<EvidenceKind, double> Default = new Dictionary<EvidenceKind, double>
    {
        [EvidenceKind.Start] = -4,
        [EvidenceKind.SharedFigures] = 0.13,
        [EvidenceKind.ShareOfFigures] = 1.6,
        [EvidenceKind.RoundedFigures] = 0.2,
        [EvidenceKind.SharedBaselines] = 0.3,
        [EvidenceKind.CrossedFigures] = -0.3,
        [EvidenceKind.NoSharedFigure] = -1.6,
        [EvidenceKind.Words] = 8.4,
        [EvidenceKind.LeadWords] = 4.2,
        [EvidenceKind.TitleWords] = 2.1,
        [EvidenceKind.Names] = 0.4,
        [EvidenceKind.SameText] = 2,
        [EvidenceKind.Reprint] = 20,
        [EvidenceKind.SameOriginator] = 0.3,
        [EvidenceKind.OtherOriginator] = -1.6,
        [EvidenceKind.SamePeriod] = 0.3,
        [EvidenceKind.OtherPeriod] = -0.6,
        [EvidenceKind.SameDocument] = 4.1,
        [EvidenceKind.SameEdition] = 4.3,
        [EvidenceKind.OtherEdition] = -1.1,
        [EvidenceKind.OtherStage] = -2.1,
        [EvidenceKind.GuidanceLongAfter] = -2.9,
        [EvidenceKind.OtherDocument] = -1.5,
        [EvidenceKind.SharedDates] = 1.1,
        [EvidenceKind.WithinThreeDays] = 1.4,
        [EvidenceKind.WithinFortnight] = 1.9,
        [EvidenceKind.MonthsApart] = -1.2,
        [EvidenceKind.HalfYearApart] = -1.5,
        [EvidenceKind.OtherKind] = -2,
        [EvidenceKind.OtherTopics] = -2.2,
        [EvidenceKind.OtherPlace] = -1.7,
        [EvidenceKind.OtherNation] = -2.1,
        [EvidenceKind.SamePublisher] = -2.1,
        [EvidenceKind.SamePublisherLater] = -7,
        [EvidenceKind.TitlesDiffer] = -1.8,
        [EvidenceKind.BothNews] = -0.22,
    }.ToFrozenDictionary();
}

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
        [EvidenceKind.Start] = -5.6,
        [EvidenceKind.SharedFigures] = 0.2,
        [EvidenceKind.ShareOfFigures] = 1.6,
        [EvidenceKind.RoundedFigures] = 0.3,
        [EvidenceKind.SharedBaselines] = 0.3,
        [EvidenceKind.CrossedFigures] = -0.2,
        [EvidenceKind.NoSharedFigure] = -1.2,
        [EvidenceKind.Words] = 8.2,
        [EvidenceKind.LeadWords] = 4,
        [EvidenceKind.TitleWords] = 2.2,
        [EvidenceKind.Names] = 0.5,
        [EvidenceKind.SameText] = 2,
        [EvidenceKind.Reprint] = 20,
        [EvidenceKind.SameOriginator] = 0.9,
        [EvidenceKind.OtherOriginator] = -0.7,
        [EvidenceKind.SamePeriod] = 0.3,
        [EvidenceKind.OtherPeriod] = -0.7,
        [EvidenceKind.SameDocument] = 3.5,
        [EvidenceKind.SameEdition] = 4.3,
        [EvidenceKind.OtherEdition] = -1.1,
        [EvidenceKind.OtherDocument] = -1,
        [EvidenceKind.SharedDates] = 1,
        [EvidenceKind.WithinThreeDays] = 1.4,
        [EvidenceKind.WithinFortnight] = 2.3,
        [EvidenceKind.MonthsApart] = -1.1,
        [EvidenceKind.HalfYearApart] = -1.4,
        [EvidenceKind.OtherKind] = -1.3,
        [EvidenceKind.OtherTopics] = -1,
        [EvidenceKind.OtherPlace] = -1.7,
        [EvidenceKind.OtherNation] = -2,
        [EvidenceKind.SamePublisher] = -2,
        [EvidenceKind.SamePublisherLater] = -7,
        [EvidenceKind.TitlesDiffer] = -1.5,
        [EvidenceKind.BothNews] = -0.9,
    }.ToFrozenDictionary();
}

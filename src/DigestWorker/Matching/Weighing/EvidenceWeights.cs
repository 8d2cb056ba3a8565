using System.Collections.Frozen;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// What one unit of each kind of evidence counts, in nats (Fellegi and Sunter 1969): the sum is the log odds that two entries
/// are one release. Fitted by logistic regression on labelled pairs, as they came out, in real weeks and pushed together into two
/// months, and on the bench's synthetic years, then rounded (ADR 7).
/// </summary>
internal static class EvidenceWeights
{
    public static readonly FrozenDictionary<EvidenceKind, double> Default = new Dictionary<EvidenceKind, double>
    {
        [EvidenceKind.Start] = -5.2,
        [EvidenceKind.SharedFigures] = 0.28,
        [EvidenceKind.ShareOfFigures] = 4.1,
        [EvidenceKind.SharedBaselines] = 0.4,
        [EvidenceKind.NoSharedFigure] = -0.7,
        [EvidenceKind.OtherFiguresSameWords] = -8,
        [EvidenceKind.OtherCountedThings] = -1,
        [EvidenceKind.Words] = 14.5,
        [EvidenceKind.LeadWords] = 6.2,
        [EvidenceKind.TitleWords] = 2,
        [EvidenceKind.Reprint] = 20,
        [EvidenceKind.OtherOriginator] = -1.7,
        [EvidenceKind.OtherPeriod] = -0.5,
        [EvidenceKind.SameDocument] = 5,
        [EvidenceKind.SameEdition] = 3.2,
        [EvidenceKind.OtherEdition] = -1.4,
        [EvidenceKind.OtherStage] = -4.6,
        [EvidenceKind.GuidanceLongAfter] = -0.4,
        [EvidenceKind.OtherDocument] = -1.3,
        [EvidenceKind.SharedDates] = 3.1,
        [EvidenceKind.WithinThreeDays] = 1.6,
        [EvidenceKind.WithinFortnight] = 2.2,
        [EvidenceKind.DayUnknown] = 0.8,
        [EvidenceKind.MonthsApart] = -2.2,
        [EvidenceKind.HalfYearApart] = -1.6,
        [EvidenceKind.OtherKind] = -1.6,
        [EvidenceKind.OtherTopics] = -3.4,
        [EvidenceKind.TopicUnknown] = -1.8,
        [EvidenceKind.SameReleaseDay] = 1.5,
        [EvidenceKind.OtherReleaseDay] = -1.8,
        [EvidenceKind.OtherPlace] = -1.4,
        [EvidenceKind.OtherNation] = -5,
        [EvidenceKind.SamePublisher] = -4.3,
        [EvidenceKind.SamePublisherLater] = -2,
        [EvidenceKind.TitlesDiffer] = -1.9,
    }.ToFrozenDictionary();
}

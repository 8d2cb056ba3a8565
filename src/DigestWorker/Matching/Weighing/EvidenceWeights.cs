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
        [EvidenceKind.Start] = -6.2,
        [EvidenceKind.SharedFigures] = 0.22,
        [EvidenceKind.ShareOfFigures] = 3.6,
        [EvidenceKind.SharedBaselines] = 0.45,
        [EvidenceKind.NoSharedFigure] = -0.8,
        [EvidenceKind.OtherFiguresSameWords] = -5,
        [EvidenceKind.OtherCountedThings] = -1.1,
        [EvidenceKind.Words] = 12.5,
        [EvidenceKind.LeadWords] = 6.2,
        [EvidenceKind.TitleWords] = 1,
        [EvidenceKind.Reprint] = 20,
        [EvidenceKind.OtherOriginator] = -1.7,
        [EvidenceKind.OtherPeriod] = -0.5,
        [EvidenceKind.SameDocument] = 5.8,
        [EvidenceKind.SameEdition] = 4.8,
        [EvidenceKind.OtherEdition] = -2,
        [EvidenceKind.OtherStage] = -4.6,
        [EvidenceKind.GuidanceLongAfter] = -1.8,
        [EvidenceKind.OtherDocument] = -1.3,
        [EvidenceKind.SharedDates] = 2.6,
        [EvidenceKind.WithinThreeDays] = 1.6,
        [EvidenceKind.WithinFortnight] = 2.2,
        [EvidenceKind.DayUnknown] = 1.4,
        [EvidenceKind.MonthsApart] = -2.4,
        [EvidenceKind.HalfYearApart] = -1.6,
        [EvidenceKind.OtherKind] = -1.6,
        [EvidenceKind.OtherTopics] = -3.4,
        [EvidenceKind.TopicUnknown] = -2,
        [EvidenceKind.SameReleaseDay] = 1.5,
        [EvidenceKind.OtherReleaseDay] = -1.2,
        [EvidenceKind.OtherPlace] = -2,
        [EvidenceKind.OtherNation] = -3.4,
        [EvidenceKind.SamePublisher] = -3,
        [EvidenceKind.SamePublisherLater] = -2,
        [EvidenceKind.TitlesDiffer] = -1.9,
    }.ToFrozenDictionary();
}

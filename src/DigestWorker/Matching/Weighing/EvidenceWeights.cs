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
        [EvidenceKind.Start] = -5.4,
        [EvidenceKind.SharedFigures] = 0.35,
        [EvidenceKind.ShareOfFigures] = 3.6,
        [EvidenceKind.SharedBaselines] = 0.6,
        [EvidenceKind.NoSharedFigure] = -0.2,
        [EvidenceKind.OtherFiguresSameWords] = -9,
        [EvidenceKind.OtherCountedThings] = -1.5,
        [EvidenceKind.Words] = 15,
        [EvidenceKind.LeadWords] = 5.8,
        [EvidenceKind.TitleWords] = 3.5,
        [EvidenceKind.Reprint] = 20,
        [EvidenceKind.OtherOriginator] = -1.7,
        [EvidenceKind.OtherPeriod] = -0.5,
        [EvidenceKind.SameDocument] = 4.6,
        [EvidenceKind.SameEdition] = 2.6,
        [EvidenceKind.OtherEdition] = -1.1,
        [EvidenceKind.OtherStage] = -4.6,
        [EvidenceKind.GuidanceLongAfter] = -0.4,
        [EvidenceKind.OtherDocument] = -1.3,
        [EvidenceKind.SharedDates] = 3.1,
        [EvidenceKind.WithinThreeDays] = 0.8,
        [EvidenceKind.WithinFortnight] = 2.2,
        [EvidenceKind.DayUnknown] = 0.2,
        [EvidenceKind.MonthsApart] = -1.8,
        [EvidenceKind.HalfYearApart] = -1.6,
        [EvidenceKind.OtherKind] = -1.6,
        [EvidenceKind.OtherTopics] = -3.6,
        [EvidenceKind.TopicUnknown] = -2,
        [EvidenceKind.SameReleaseDay] = 1.5,
        [EvidenceKind.OtherReleaseDay] = -1.2,
        [EvidenceKind.OtherPlace] = -0.8,
        [EvidenceKind.OtherNation] = -6,
        [EvidenceKind.SamePublisher] = -4.8,
        [EvidenceKind.SamePublisherLater] = -2,
        [EvidenceKind.TitlesDiffer] = -1.9,
    }.ToFrozenDictionary();
}

namespace DigestWorker.Matching.Weighing;

/// <summary>Evidence as an admin reads it.</summary>
internal static class EvidenceWords
{
    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Start => "two entries are seldom one release",
        EvidenceKind.SharedFigures => "the same figures",
        EvidenceKind.ShareOfFigures => "how many of the telling figures are shared",
        EvidenceKind.SharedBaselines => "the same earlier figures",
        EvidenceKind.NoSharedFigure => "both have telling figures and share none",
        EvidenceKind.OtherFiguresSameWords => "like words around other figures, as another year's or body's release has them",
        EvidenceKind.OtherCountedThings => "other things counted",
        EvidenceKind.Words => "words in common",
        EvidenceKind.LeadWords => "words in common in title and opening",
        EvidenceKind.TitleWords => "words in common in the title",
        EvidenceKind.Reprint => "same text",
        EvidenceKind.OtherOriginator => "other bodies stand behind them",
        EvidenceKind.OtherPeriod => "other periods",
        EvidenceKind.SameDocument => "the same document",
        EvidenceKind.SameEdition => "the same edition",
        EvidenceKind.OtherEdition => "another edition",
        EvidenceKind.OtherStage => "a consultation and a document in force",
        EvidenceKind.GuidanceLongAfter => "guidance months apart, and neither edition nor date in common",
        EvidenceKind.OtherDocument => "other documents",
        EvidenceKind.SharedDates => "dates in common",
        EvidenceKind.WithinThreeDays => "within three days",
        EvidenceKind.WithinFortnight => "within a fortnight",
        EvidenceKind.DayUnknown => "the day of one of them is not known",
        EvidenceKind.MonthsApart => "months apart",
        EvidenceKind.HalfYearApart => "more than half a year apart",
        EvidenceKind.OtherKind => "one kind and another",
        EvidenceKind.OtherTopics => "no topic in common",
        EvidenceKind.TopicUnknown => "without a topic",
        EvidenceKind.SameReleaseDay => "said to have come out on the same day",
        EvidenceKind.OtherReleaseDay => "said to have come out at another time",
        EvidenceKind.OtherPlace => "local bodies of two places",
        EvidenceKind.OtherNation => "other nations",
        EvidenceKind.SamePublisher => "the same publisher, who seldom tells a thing twice",
        EvidenceKind.SamePublisherLater => "the same publisher, later",
        EvidenceKind.TitlesDiffer => "the titles name other periods",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

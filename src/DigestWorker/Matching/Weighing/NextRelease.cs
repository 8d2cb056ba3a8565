using DigestWorker.Domain;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Weighing;

/// <summary>
/// Tells whether a page at one address was changed or has become something else: next year's figures, or the next edition of a
/// document. Only what comes later in time is; an earlier year put in its place is a correction.
/// </summary>
internal static class NextRelease
{
    /// <param name="isNewPeriod">Nothing but figures and periods changed, so that a month alone is what they are about, too.</param>
    public static bool Is(EntryTraits before, EntryTraits after, bool isNewPeriod)
    {
        var figures = before.Kind == Kind.Statistics && after.Kind == Kind.Statistics;
        return IsLater(Titled(before, figures), Titled(after, figures))
            || (figures && HasFresh(before, after) && (isNewPeriod || IsLater(Told(before), Told(after))))
            || (!figures && IsLaterEdition(before, after));
    }

    // In a title of anything but figures, a month is when it was last touched.
    private static string[] Titled(EntryTraits traits, bool figures) =>
        [.. traits.TitlePeriods.Where(period => figures || !NamedPeriods.IsMonth(period))];

    private static string[] Told(EntryTraits traits) => traits.Period is { } period && !NamedPeriods.IsMonth(period) ? [period] : [];

    private static bool IsLater(string[] before, string[] after) =>
        before.Length > 0 && after.Length > 0 && PeriodComparison.Differ(before, after)
        && string.CompareOrdinal(after.Max(PeriodComparison.Start), before.Max(PeriodComparison.Start)) > 0;

    // The years before may stand below for ever.
    private static bool HasFresh(EntryTraits before, EntryTraits after) =>
        after.Figures.Where(FigureComparison.IsStrong).DistinctBy(figure => (figure.Value, figure.Unit)).Count()
            > FigureComparison.Shared(after, before, Standing.Current).Count(FigureComparison.IsStrong);

    private static bool IsLaterEdition(EntryTraits before, EntryTraits after) =>
        DocumentComparison.OtherEditions(before, after) is { } editions && string.CompareOrdinal(editions.Other, editions.One) > 0;
}

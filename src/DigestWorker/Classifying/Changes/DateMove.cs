using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>A published date that became another one.</summary>
internal sealed record DateMove(PublishedDate Was, PublishedDate Now)
{
    public int Days => (int)Math.Round((Now.At - Was.At).TotalDays);

    /// <returns>Null where one date is missing or both say the same, as far as the coarser one says it.</returns>
    public static DateMove? Between(PublishedDate? was, PublishedDate? now) =>
        was is null || now is null || Said(was, Coarser(was, now)) == Said(now, Coarser(was, now)) ? null : new DateMove(was, now);

    /// <summary>For instance: 26 November 2025.</summary>
    public static string Said(PublishedDate date) => Said(date, date.Precision);

    private static DatePrecision Coarser(PublishedDate one, PublishedDate other) =>
        one.Precision > other.Precision ? one.Precision : other.Precision;

    private static string Said(PublishedDate date, DatePrecision precision) => date.At.ToString(
        precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "MMMM yyyy",
            _ => "d MMMM yyyy",
        },
        CultureInfo.InvariantCulture);
}

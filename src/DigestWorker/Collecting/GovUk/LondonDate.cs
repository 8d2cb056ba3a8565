using DigestWorker.Collecting.Dates;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.GovUk;

/// <summary>A date as GOV.UK shows it to people: free text, and where it has a time, London's.</summary>
internal static class LondonDate
{
    /// <returns>Null for what names no single day, month or year: "January to February 2026".</returns>
    public static PublishedDate? Read(string written) => WrittenDate.Read(PlainText.Of(written)) switch
    {
        { Precision: DatePrecision.Instant } date => date with { At = FromLondon(date.At.DateTime) },
        var date => date,
    };

    private static DateTimeOffset FromLondon(DateTime clock) =>
        new DateTimeOffset(clock, EditionWeek.London.GetUtcOffset(clock)).ToUniversalTime();
}

using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Cli;

/// <summary>What a release says is still to come, as <c>releases --json</c> tells it.</summary>
/// <param name="Day">As exactly as it is told: 2025-09-01, 2025-09 or 2025.</param>
/// <param name="MovedFrom">The day that was told before.</param>
/// <param name="Source">The publisher whose words these are.</param>
internal sealed record UpcomingAnswer(EventType Type, string Day, Certainty Certainty, string? MovedFrom, string Quotation, string Source)
{
    public static UpcomingAnswer Of(ComingUp told) => new(
        told.Event.Type,
        told.Event.Day.ToString(Form(told.Event.Precision), CultureInfo.InvariantCulture),
        told.Event.Certainty,
        told.Event.MovedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        told.Event.Quotation,
        told.Source.Publisher);

    private static string Form(DatePrecision precision) => precision switch
    {
        DatePrecision.Year => "yyyy",
        DatePrecision.Month => "yyyy-MM",
        _ => "yyyy-MM-dd",
    };
}

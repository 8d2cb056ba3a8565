namespace DigestWorker.Domain;

public enum DatePrecision
{
    Instant,
    Day,
    Month,
    Year,
}

/// <summary>When a publisher says that something came out, no more exactly than the publisher says it.</summary>
/// <param name="At">The instant; for a coarser precision the first midnight (UTC) of the day, month or year.</param>
public sealed record PublishedDate(DateTimeOffset At, DatePrecision Precision);

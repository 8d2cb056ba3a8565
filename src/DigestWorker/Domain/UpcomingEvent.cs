namespace DigestWorker.Domain;

/// <summary>A day ahead that an entry names, with the words that name it.</summary>
/// <param name="Day">For a coarser precision the first day of the month or year.</param>
/// <param name="Precision">Day, Month or Year; a season is the month that it begins in, and provisional.</param>
/// <param name="Quotation">The sentence that says so; for an announcement its reason or title.</param>
public sealed record UpcomingEvent(EventType Type, DateOnly Day, DatePrecision Precision, Certainty Certainty, string Quotation)
{
    /// <summary>The day that was told before; null while it has not moved.</summary>
    public DateOnly? MovedFrom { get; init; }

    /// <summary>The last day that the event may fall on.</summary>
    public DateOnly LastDay => Precision switch
    {
        DatePrecision.Year => Day.AddYears(1).AddDays(-1),
        DatePrecision.Month => Day.AddMonths(1).AddDays(-1),
        _ => Day,
    };

    /// <summary>True where both may be one event as far as their days go: "September 2025" and "1 September 2025".</summary>
    public bool MayBeOn(UpcomingEvent other) => Type == other.Type && Day <= other.LastDay && other.Day <= LastDay;
}

public enum EventType
{
    /// <summary>Rules or guidance take effect.</summary>
    InForce,

    /// <summary>The last day to respond to a consultation.</summary>
    Closes,

    /// <summary>Figures, a report or guidance come out.</summary>
    Published,

    /// <summary>What the rules want done by then.</summary>
    Due,

    /// <summary>Rules or guidance stop, or others take their place.</summary>
    Ends,
}

public enum Certainty
{
    Confirmed,
    Provisional,

    /// <summary>Told until its day is past, so that nobody waits for it.</summary>
    Cancelled,
}

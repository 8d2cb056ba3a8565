namespace DigestWorker.Domain;

/// <summary>Why somebody has no digest of an edition that was composed.</summary>
public enum WaitsFor
{
    /// <summary>The weekday that the person chose comes later in the week.</summary>
    Weekday,

    /// <summary>The person has paused the digest.</summary>
    Pause,

    /// <summary>All teams that subscribe the person want no digest on the day.</summary>
    QuietDays,
}

/// <summary>What a week without a digest was for somebody.</summary>
public enum WeekOutcome
{
    /// <summary>An edition held nothing for this subscriber.</summary>
    Empty,

    /// <summary>There was no edition, or this subscriber's digest of it did not get through.</summary>
    Missed,

    /// <summary>No digest was wanted.</summary>
    Unwanted,
}

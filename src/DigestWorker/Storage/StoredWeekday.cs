namespace DigestWorker.Storage;

/// <summary>Days of the week as the database keeps them: Monday is 1 and Sunday 7; for the framework Sunday is 0.</summary>
internal static class StoredWeekday
{
    public static long? ToStorage(DayOfWeek? day) => day is { } known ? ((int)known + 6) % 7 + 1 : null;

    public static DayOfWeek? FromStorage(long? day) => day is { } known ? (DayOfWeek)(known % 7) : null;
}

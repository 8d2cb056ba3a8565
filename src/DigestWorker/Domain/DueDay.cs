namespace DigestWorker.Domain;

/// <summary>When an edition is due for whoever wants it on a certain day of the week.</summary>
public static class DueDay
{
    /// <param name="fired">When it is due for everybody else.</param>
    /// <returns>The same time of day on the wanted day, in London. A day that is no later in the week means the edition's own.</returns>
    public static DateTimeOffset Of(DateTimeOffset fired, DayOfWeek? wanted)
    {
        var london = TimeZoneInfo.ConvertTime(fired, EditionWeek.London).DateTime;
        var later = wanted is { } day ? FromMonday(day) - FromMonday(london.DayOfWeek) : 0;
        if (later <= 0)
        {
            return fired;
        }

        var local = london.AddDays(later);
        return new DateTimeOffset(local, EditionWeek.London.GetUtcOffset(local)).ToUniversalTime();
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}

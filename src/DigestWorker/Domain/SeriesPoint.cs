namespace DigestWorker.Domain;

/// <summary>One release's figure of a measure that a body publishes again and again.</summary>
/// <param name="Measure">Body, what is counted, area and unit in one key: equal for all points of a series.</param>
/// <param name="Coverage">How many took part or whom it is of, as in "39 forces" and "those aged 16 to 74"; null where the text does not say.</param>
public sealed record SeriesPoint(string Measure, string Period, double Value, string Printed, Exactness Exactness, string? Coverage);

/// <summary>A figure beside the one before it in its series.</summary>
/// <param name="BeforeRelease">The release that told the earlier figure.</param>
/// <param name="Care">Why the two should be compared with care, in words; null where nothing speaks against it.</param>
/// <param name="Replaces">True where both are of one period: the newer one corrects the other.</param>
public sealed record Comparison(SeriesPoint Now, SeriesPoint Before, long BeforeRelease, string? Care, bool Replaces)
{
    public static Comparison Of(SeriesPoint now, SeriesPoint before, long beforeRelease) =>
        new(now, before, beforeRelease, CareOf(now, before), now.Period == before.Period);

    /// <summary>True for two years, two quarters and the like.</summary>
    public static bool AreAlike(string one, string other) => PeriodShape(one) == PeriodShape(other);

    private static string? CareOf(SeriesPoint now, SeriesPoint before) =>
        now.Coverage != before.Coverage ? Covered(now.Coverage, before.Coverage)
        : !AreAlike(now.Period, before.Period) ? "the periods are of different length or kind"
        : now.Exactness != Exactness.Exact && before.Exactness != Exactness.Exact ? "both are rounded"
        : now.Exactness != Exactness.Exact || before.Exactness != Exactness.Exact ? "one of them is rounded"
        : null;

    private static string Covered(string? now, string? before) => now is not null && before is not null
        ? $"one covers {now}, the other {before}"
        : $"one covers {now ?? before}, and of the other that is not said";

    private static string PeriodShape(string period) =>
        string.Concat(period.Select(letter => char.IsAsciiDigit(letter) ? '9' : letter));
}

namespace DigestWorker.Domain;

/// <summary>A pause after what failed: twice as long each time in a row, up to the longest.</summary>
public static class GrowingPause
{
    // Without an end it would be more than a time span holds.
    private const int MostTimes = 20;

    /// <param name="times">How often it failed in a row, this time included.</param>
    public static TimeSpan Of(TimeSpan first, int times, TimeSpan longest)
    {
        var doubled = first * Math.Pow(2, Math.Clamp(times, 1, MostTimes) - 1);
        return doubled < longest ? doubled : longest;
    }
}

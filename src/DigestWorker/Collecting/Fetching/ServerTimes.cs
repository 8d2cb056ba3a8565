namespace DigestWorker.Collecting.Fetching;

/// <summary>When a server wants to be asked again, by its headers; never more than a day is believed.</summary>
internal static class ServerTimes
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>By Retry-After.</summary>
    public static DateTimeOffset? RetryAt(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delay } => now + Bounded(delay),
            { Date: { } date } => now + Bounded(date - now),
            _ => null,
        };

    /// <summary>By Cache-Control, or else Expires; less the time that a cache on the way has held the answer.</summary>
    public static TimeSpan? FreshFor(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.CacheControl switch
        {
            { NoCache: true } or { NoStore: true } => null,
            { MaxAge: { } age } => Bounded(age - (response.Headers.Age ?? TimeSpan.Zero)),
            _ => response.Content.Headers.Expires is { } expires ? Bounded(expires - (response.Headers.Date ?? now)) : null,
        };

    public static TimeSpan Bounded(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > Longest ? Longest : time;
}

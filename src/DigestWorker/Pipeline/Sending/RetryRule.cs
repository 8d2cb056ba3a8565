using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Sending;

/// <summary>
/// When a mail that a server put off is tried again: after a quarter to half an hour, then twice as long each time up to four
/// hours (RFC 5321 §4.5.4.1). Jitter keeps a thousand deferred mails from coming back at the same second.
/// </summary>
internal static class RetryRule
{
    /// <summary>How often a mail is tried whose answer is lost: each time may be one more copy of one that came long ago.</summary>
    public const int MostInDoubt = 5;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(30), Longest = TimeSpan.FromHours(4);

    /// <param name="attempts">How many were made, this one included; at least 1.</param>
    public static DateTimeOffset After(int attempts, DateTimeOffset now)
    {
        var pause = GrowingPause.Of(First, attempts, Longest);
        return now + (pause * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}

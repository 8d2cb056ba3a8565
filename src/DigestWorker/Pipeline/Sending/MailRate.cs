using System.Threading.RateLimiting;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>How fast digests and letters go out, all together and to each domain: a promise to the mail server, whichever worker keeps it.</summary>
internal sealed class MailRate(DigestSettings settings, Database database) : IDisposable
{
    private readonly SmtpSettings _smtp = settings.Delivery.Smtp;
    private readonly PartitionedRateLimiter<string> _perDomain = Limiter(settings.Delivery.Smtp.PerMinuteAndDomain, domain => domain);
    private readonly PartitionedRateLimiter<string> _all = Limiter(settings.Delivery.Smtp.PerMinute, _ => "");

    /// <summary>No rate is set, so that nobody waits for a turn.</summary>
    public bool IsFree => _smtp is { PerMinute: 0, PerMinuteAndDomain: 0 };

    public async Task WaitTurnAsync(string domain, CancellationToken cancellationToken)
    {
        if (!await WaitSharedAsync(domain, _smtp.PerMinuteAndDomain, cancellationToken))
        {
            using var own = await _perDomain.AcquireAsync(domain, 1, cancellationToken);
        }

        if (!await WaitSharedAsync("", _smtp.PerMinute, cancellationToken))
        {
            using var all = await _all.AcquireAsync(domain, 1, cancellationToken);
        }
    }

    public void Dispose()
    {
        _perDomain.Dispose();
        _all.Dispose();
    }

    /// <returns>False where each process counts for itself.</returns>
    private async Task<bool> WaitSharedAsync(string key, int perMinute, CancellationToken cancellationToken)
    {
        if (perMinute == 0 || database.TakeTurn(key, perMinute) is not { } wait)
        {
            return false;
        }

        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancellationToken);
        return true;
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute, Func<string, string> partition) =>
        PartitionedRateLimiter.Create<string, string>(domain => perMinute == 0
            ? RateLimitPartition.GetNoLimiter(partition(domain))
            : RateLimitPartition.GetTokenBucketLimiter(partition(domain), _ => Bucket(perMinute)));

    // One mail at a time where fewer than one a second may go, else a second's share.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = Math.Max(1, perMinute / 60),
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 60 ? 60.0 / perMinute : 1),
        QueueLimit = int.MaxValue,
    };
}

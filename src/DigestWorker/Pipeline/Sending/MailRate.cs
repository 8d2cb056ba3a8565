using System.Threading.RateLimiting;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>How fast digests and letters go out, all together and to each domain: on PostgreSQL from all workers, else from this process.</summary>
internal sealed class MailRate(DigestSettings settings, Database database) : IDisposable
{
    private readonly SmtpSettings _smtp = settings.Delivery.Smtp;

    // Each has a timer of its own, so it is not made where no rate is set or all workers share one.
    private readonly Lazy<PartitionedRateLimiter<string>> _perDomain = new(() => Limiter(settings.Delivery.Smtp.PerMinuteAndDomain));
    private readonly Lazy<PartitionedRateLimiter<string>> _all = new(() => Limiter(settings.Delivery.Smtp.PerMinute));

    /// <summary>No rate is set, so that nobody waits for a turn.</summary>
    public bool IsFree => _smtp is { PerMinute: 0, PerMinuteAndDomain: 0 };

    public async Task WaitTurnAsync(string domain, CancellationToken cancellationToken)
    {
        await WaitTurnAsync((domain, _smtp.PerMinuteAndDomain), _perDomain, cancellationToken);
        await WaitTurnAsync(("", _smtp.PerMinute), _all, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var made in new[] { _perDomain, _all }.Where(limiter => limiter.IsValueCreated))
        {
            made.Value.Dispose();
        }
    }

    private async Task WaitTurnAsync((string Key, int PerMinute) rate, Lazy<PartitionedRateLimiter<string>> own, CancellationToken cancellationToken)
    {
        if (rate.PerMinute == 0)
        {
            return;
        }

        if (database.TakeTurn(rate.Key, rate.PerMinute) is { } wait)
        {
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancellationToken);
            return;
        }

        using var turn = await own.Value.AcquireAsync(rate.Key, 1, cancellationToken);
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(perMinute)));

    // One mail at a time where fewer than one a second may go, else a second's share.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = Math.Max(1, perMinute / 60),
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 60 ? 60.0 / perMinute : 1),
        QueueLimit = int.MaxValue,
    };
}

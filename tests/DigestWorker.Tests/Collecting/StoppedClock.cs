namespace DigestWorker.Tests.Collecting;

/// <summary>It is noon on Monday 24 November 2025; timers run in real time.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2025, 11, 24, 12, 0, 0, TimeSpan.Zero);
}

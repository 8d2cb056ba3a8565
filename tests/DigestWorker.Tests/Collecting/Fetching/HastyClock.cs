namespace DigestWorker.Tests.Collecting.Fetching;

/// <summary>It is noon on Monday 24 November 2025. Pauses between two tries, of one to four seconds, are over at once; time-outs run as they should.</summary>
internal sealed class HastyClock : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2025, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.FromSeconds(1.05) && dueTime < TimeSpan.FromSeconds(4) ? TimeSpan.Zero : dueTime, period);
}

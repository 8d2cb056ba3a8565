namespace DigestWorker.Domain;

/// <summary>What one digest covers: from (included) the subscriber's last cut-off to (excluded) this edition's.</summary>
/// <param name="First">True for a first digest, which looks four weeks back.</param>
public sealed record DigestWindow(DateTimeOffset From, DateTimeOffset To, bool First)
{
    public static readonly TimeSpan FirstLookBack = TimeSpan.FromDays(28);

    public bool Holds(DateTimeOffset? instant) => instant >= From && instant < To;
}

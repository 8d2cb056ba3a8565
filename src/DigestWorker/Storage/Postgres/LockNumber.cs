namespace DigestWorker.Storage.Postgres;

/// <summary>The advisory locks of this program: any numbers, but the same in each version of it.</summary>
internal static class LockNumber
{
    public const long Migration = 7_236_001, Sending = 7_236_002, MainQueue = 7_236_003, EntriesQueue = 7_236_004, TurnsQueue = 7_236_005;
}

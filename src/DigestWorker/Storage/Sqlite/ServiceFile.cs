namespace DigestWorker.Storage.Sqlite;

/// <summary>
/// Held by the one service that works with a file. Two would read every source twice, and one that goes on with a file that was
/// moved away would mail everybody once more.
/// </summary>
internal static class ServiceFile
{
    /// <returns>Null while another process is the service.</returns>
    public static IDisposable? TryTake(string database) => HeldFile.TryTake($"{database}.service");
}

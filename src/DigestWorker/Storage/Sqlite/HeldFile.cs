namespace DigestWorker.Storage.Sqlite;

/// <summary>
/// A file beside the database that one process holds open for itself alone. The operating system lets go of it when the process
/// ends, however it ends, so whoever gets it knows that nobody else is left.
/// </summary>
internal static class HeldFile
{
    // EWOULDBLOCK of flock(2) on Linux and on macOS, and ERROR_SHARING_VIOLATION.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    /// <returns>Null while another has it.</returns>
    /// <exception cref="IOException">It could not be made.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (Taken.Contains(fault.HResult))
        {
            return null;
        }
    }
}

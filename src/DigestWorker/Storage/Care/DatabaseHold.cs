namespace DigestWorker.Storage.Care;

/// <summary>
/// Keeps every other process from a database file, damaged or not: the bytes that SQLite itself locks are locked (sqlite.org/lockingv3.html).
/// In this process no connection to the file may be opened or closed meanwhile, for that lets go of the lock.
/// </summary>
internal sealed class DatabaseHold : IDisposable
{
    private const long PendingByte = 0x40000000, Length = 512;

    private readonly FileStream _file;

    private DatabaseHold(FileStream file) => _file = file;

    /// <returns>Null while another process has the database open.</returns>
    public static DatabaseHold? TryTake(string file)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            // The one system without locks on parts of files.
            if (!OperatingSystem.IsMacOS())
            {
                stream.Lock(PendingByte, Length);
            }

            return new DatabaseHold(stream);
        }
        catch (IOException)
        {
            stream.Dispose();
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}

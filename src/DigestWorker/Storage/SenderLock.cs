namespace DigestWorker.Storage;

/// <summary>
/// Held by the one process that sends from this database. The operating system lets go of it when the process ends, however
/// it ends, so whoever gets the lock knows that every earlier claim is dead.
/// </summary>
internal sealed class SenderLock : IDisposable
{
    private readonly FileStream _file;

    private SenderLock(FileStream file) => _file = file;

    /// <returns>Null while another process sends.</returns>
    public static SenderLock? TryTake(Database database)
    {
        try
        {
            return new SenderLock(new FileStream(database.File + ".sender", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}

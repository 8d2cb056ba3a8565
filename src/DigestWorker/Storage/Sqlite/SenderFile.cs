namespace DigestWorker.Storage.Sqlite;

/// <summary>
/// Held by the one process that sends from a file. The operating system lets go of it when the process ends, however it ends, so
/// whoever gets it knows that every earlier claim is dead.
/// </summary>
internal sealed class SenderFile : ISender
{
    private readonly FileStream _file;

    private SenderFile(FileStream file) => _file = file;

    public string Id => "";

    /// <returns>Null while another process sends.</returns>
    public static SenderFile? TryTake(string database)
    {
        try
        {
            return new SenderFile(new FileStream($"{database}.sender", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>An open file stays this process's own.</summary>
    public void EnsureHeld()
    {
    }

    public void Dispose() => _file.Dispose();
}

namespace DigestWorker.Storage.Sqlite;

/// <summary>Held by the one process that sends from a file: whoever gets it knows that every earlier claim is dead.</summary>
internal sealed class SenderFile(FileStream file) : ISender
{
    public string Id => "";

    /// <returns>Null while another process sends.</returns>
    public static SenderFile? TryTake(string database) => HeldFile.TryTake($"{database}.sender") is { } file ? new SenderFile(file) : null;

    /// <summary>An open file stays this process's own.</summary>
    public void EnsureHeld()
    {
    }

    public void Dispose() => file.Dispose();
}

using DigestWorker.Settings;
using DigestWorker.Settings.Reading;
using DigestWorker.Storage;
using DigestWorker.Storage.Care;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Pipeline.Care;

/// <summary>
/// Copies the database while others work with it, proves the copy, and only then gives it its name, with the key file beside it: a
/// backup is there whole or not at all.
/// </summary>
internal sealed class BackUp(DigestSettings settings, Database database, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public static string KeyOf(string backup) => $"{backup}.key";

    /// <param name="replaces">A file of this name is replaced when the new one is proven; else it is refused.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <exception cref="StorageFault">There is no such backup, in words.</exception>
    public async Task<BackupReport> RunAsync(string file, bool replaces, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        Refuse(file, replaces);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = $"{file}.{Path.GetRandomFileName()}.part";
        try
        {
            await GuardedFile.Create(part, FileMode.CreateNew).DisposeAsync();
            var kept = Snapshot.Kept(database);
            await WriteAsync(part, progress, cancellationToken);
            var finding = Prove(part, kept);
            DatabaseFile.Flush(part);
            var key = CopyKey(file);
            File.Move(part, file, replaces);
            return new BackupReport(file, key, new FileInfo(file).Length, finding.Schema, finding.Rows);
        }
        finally
        {
            DatabaseFile.Delete(part);
        }
    }

    private void Refuse(string file, bool replaces)
    {
        var stored = database.FileFor("A backup");
        if (!File.Exists(stored))
        {
            throw new StorageFault($"There is no database {stored} yet, so there is nothing to back up.");
        }

        if (file == stored)
        {
            throw new StorageFault($"{file} is the database itself; name another file.");
        }

        if (!replaces && File.Exists(file))
        {
            throw new StorageFault($"There is a file {file} already; name another one, or add --force to replace it.");
        }
    }

    private async Task WriteAsync(string part, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (size, write) = (Snapshot.Size(database), Task.Run(() => Snapshot.Write(database, part, cancellationToken), cancellationToken));
        while (progress is not null && !write.IsCompleted)
        {
            await Task.WhenAny(write, Task.Delay(LookEvery, time, CancellationToken.None));
            progress.Report(Math.Min(1, (double)new FileInfo(part).Length / Math.Max(1, size)));
        }

        await write;
    }

    private FileFinding Prove(string part, IReadOnlyDictionary<string, long> kept)
    {
        var finding = FileProof.Of(part);
        if (Schema.NewerWords(database.Name, finding.Schema) is { } words)
        {
            throw new StorageFault(words);
        }

        if (finding.Faults.Count > 0)
        {
            throw new StorageFault($"The copy is damaged, so it was thrown away: {string.Join("; ", finding.Faults)}. 'db check' says how the database is.");
        }

        var lost = kept.Where(table => finding.Rows[table.Key] < table.Value).Select(table => table.Key).ToList();
        var hasKeys = KeyFile.TryRead(settings.Storage.KeyFile)?.HasAll(finding.KeyIds) ?? finding.KeyIds.Count == 0;
        return lost.Count > 0 ? throw new StorageFault($"The copy lacks rows of {string.Join(", ", lost)}, so it was thrown away; 'db check' says how the database is.")
            : !hasKeys ? throw new StorageFault($"The key file {settings.Storage.KeyFile} does not hold every key of the database's opt-outs, so a backup would be worth little. Put the key file back, then run again.")
            : finding;
    }

    // After the copy, so that no key is younger than what it holds; before it has its name, so that none is without its key.
    private string? CopyKey(string file)
    {
        if (!File.Exists(settings.Storage.KeyFile))
        {
            return null;
        }

        KeyFile.Copy(settings.Storage.KeyFile, KeyOf(file));
        return KeyOf(file);
    }
}

/// <param name="Key">Null where the installation has made no key yet.</param>
internal sealed record BackupReport(string File, string? Key, long Bytes, long Schema, IReadOnlyDictionary<string, long> Rows);

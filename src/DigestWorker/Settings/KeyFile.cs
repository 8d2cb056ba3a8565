using DigestWorker.Domain;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings;

/// <summary>
/// Where the keys of this installation lie, one a line in base64, newest first. It is made at the first use, for its owner alone:
/// without it, nobody who was erased could be kept from being subscribed again.
/// </summary>
internal static class KeyFile
{
    private const int KeyLength = 32;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <exception cref="KeyFault">It can be neither read nor made.</exception>
    public static KeyRing ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        var (text, fault) = GuardedFile.Read(path);
        return text is null ? throw new KeyFault($"The key file {path} cannot be used: {fault}.") : Parse(path, text);
    }

    /// <returns>Null where there is none yet, and none is made.</returns>
    /// <exception cref="KeyFault">It cannot be read.</exception>
    public static KeyRing? TryRead(string? path) => File.Exists(path) ? ReadOrCreate(path) : null;

    /// <summary>Puts a new key before the others, which go on to be known.</summary>
    public static void Rotate(string path)
    {
        ReadOrCreate(path);
        using var turn = TakeTurn($"{path}.lock");
        Write(path, Line() + File.ReadAllText(path));
    }

    /// <summary>The keys that are there now, in another file.</summary>
    public static void Copy(string path, string to)
    {
        ReadOrCreate(path);
        Write(to, File.ReadAllText(path));
    }

    /// <summary>Adds the keys of a copy that came back to those that are there, so that what either signed is known.</summary>
    /// <param name="copy">Null where nothing is to be added.</param>
    public static KeyRing Merge(string path, string? copy)
    {
        if (copy is null)
        {
            return ReadOrCreate(path);
        }

        ReadOrCreate(copy);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using (TakeTurn($"{path}.lock"))
        {
            var lines = (File.Exists(path) ? File.ReadAllLines(path) : []).Concat(File.ReadAllLines(copy)).Where(line => line.Length > 0);
            Write(path, string.Join('\n', lines.Distinct(StringComparer.Ordinal)) + "\n");
        }

        return ReadOrCreate(path);
    }

    private static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var turn = TakeTurn($"{path}.lock");
            if (!File.Exists(path))
            {
                Write(path, Line());
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyFault($"The key file {path} cannot be made: {fault.Message}");
        }
    }

    // A move replaces what another process has just put there, so one at a time looks and writes.
    private static FileStream TakeTurn(string file)
    {
        var wait = new SpinWait();
        for (var until = Environment.TickCount64 + (long)LongestWait.TotalMilliseconds; ;)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                wait.SpinOnce();
            }
        }
    }

    // Whole or not at all, and never open to others, not even for an instant.
    private static void Write(string path, string text)
    {
        var part = $"{path}.{Path.GetRandomFileName()}";
        using (var writer = new StreamWriter(GuardedFile.Create(part, FileMode.CreateNew)))
        {
            writer.Write(text);
        }

        try
        {
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static string Line() => Convert.ToBase64String(KeyRing.NewKey()) + "\n";

    private static KeyRing Parse(string path, string text)
    {
        var keys = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Key).ToList();
        return keys.Contains(null)
            ? throw new KeyFault($"The key file {path} holds a line that is no key; put it back from a backup.")
            : new KeyRing([.. keys.OfType<byte[]>()]);
    }

    private static byte[]? Key(string line)
    {
        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(line, key, out var length) && length == KeyLength ? key : null;
    }
}

namespace DigestWorker.Storage.Sqlite;

/// <summary>A new database is its owner's alone, whatever the umask says: it holds people's addresses. SQLite gives its log beside it the same rights.</summary>
internal static class OwnersFile
{
    public static void CreateIfMissing(string path)
    {
        if (OperatingSystem.IsWindows() || IsNoPath(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) || File.Exists(path))
        {
            return;
        }

        try
        {
            using var created = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process was quicker, or SQLite will say in words what is wrong.
        }
    }

    // In memory, or a URI (sqlite.org/uri.html).
    private static bool IsNoPath(string path) =>
        path is "" or ":memory:" || path.StartsWith("file:", StringComparison.Ordinal);
}

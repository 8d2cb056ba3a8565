using DigestWorker.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Support;

/// <summary>A SQLite file with the newest schema, migrated once and copied for each test, which is ten times as quick.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<byte[]> Bytes = new(Migrate);

    /// <summary>Nothing where the file is there already.</summary>
    public static void PutAt(string path)
    {
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, Bytes.Value);
        }
    }

    private static byte[] Migrate()
    {
        using var folder = new TempFolder();
        var path = folder.File("migrated.db");
        using var database = new SqliteDatabase($"Data Source={path}");
        database.Migrate();
        SqliteConnection.ClearAllPools();
        return File.ReadAllBytes(path);
    }
}

using System.Data.Common;
using System.Reflection;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>Brings the database to the newest schema: numbered files, one transaction each, <c>user_version</c> counts them.</summary>
internal sealed class Migrator(Database database)
{
    private const string Folder = "DigestWorker.Storage.Migrations.sqlite.";

    /// <summary>The schema that this version of the program works with.</summary>
    public static int Newest => Scripts().Count;

    public void Migrate()
    {
        CreateFolder();
        var scripts = Scripts();
        using var connection = database.Open();
        var version = connection.ExecuteScalar<long>("pragma user_version");
        if (NewerWords(database.File, version) is { } words)
        {
            throw new StorageFault(words);
        }

        for (var next = (int)version; next < scripts.Count; next++)
        {
            Apply(connection, scripts[next], next + 1);
        }
    }

    /// <returns>Null where this version of the program knows the schema.</returns>
    public static string? NewerWords(string file, long version) => version <= Newest
        ? null
        : $"The database {file} was written by a newer version of this program (schema {version}, known {Newest}); install that version again.";

    private void CreateFolder()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(database.File)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    private static List<string> Scripts() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Text)];

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    // A second process may have migrated while this one waited for the write lock.
    private static void Apply(DbConnection connection, string script, int version)
    {
        using var transaction = connection.BeginTransaction();
        if (connection.ExecuteScalar<long>("pragma user_version") < version)
        {
            connection.Execute(script);
            connection.Execute($"pragma user_version = {version}");
        }

        transaction.Commit();
    }
}

using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage.Sqlite;

/// <summary>The schema of a SQLite file: <c>user_version</c> counts its migrations.</summary>
internal sealed class SqliteMigrator(SqliteDatabase database)
{
    public void Migrate()
    {
        CreateFolder();
        var scripts = MigrationScripts.Of("sqlite");
        using var connection = database.Open();
        var version = connection.ExecuteScalar<long>("pragma user_version");
        if (Schema.NewerWords(database.File, version) is { } words)
        {
            throw new StorageFault(words);
        }

        foreach (var script in scripts.Skip((int)version))
        {
            Apply(connection, script.Sql, script.Version);
        }
    }

    private void CreateFolder()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(database.File)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
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

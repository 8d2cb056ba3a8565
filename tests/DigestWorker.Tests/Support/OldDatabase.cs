using Dapper;
using DigestWorker.Storage;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Support;

/// <summary>A database as an older version of the program left it.</summary>
internal static class OldDatabase
{
    public static void Create(string file, int version, string rows = "")
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        foreach (var script in Scripts().Take(version))
        {
            connection.Execute(script);
        }

        connection.Execute($"pragma user_version = {version}; {rows}");
    }

    private static IEnumerable<string> Scripts()
    {
        var assembly = typeof(Schema).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Migrations.sqlite.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}

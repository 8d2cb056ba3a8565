using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Storage.Postgres;
using DigestWorker.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Support;

/// <summary>A real database with the newest schema: a SQLite file, or a database of the <see cref="TestServer"/>.</summary>
internal sealed class TempDatabase : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string? _ofServer = TestServer.IsUsed ? TestServer.New() : null;

    public TempDatabase()
    {
        Database = _ofServer is null ? InFile() : new PostgresDatabase(_ofServer);
        Database.Migrate();
    }

    public Database Database { get; }

    public KeyRing Keys { get; } = KeyRing.New();

    public Joining Joining => new(new OptOuts(Keys));

    public long Scalar(string sql)
    {
        using var connection = Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        Database.Dispose();
        if (_ofServer is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            TestServer.Drop(_ofServer);
        }

        _folder.Dispose();
    }

    private SqliteDatabase InFile()
    {
        var path = _folder.File("test.db");
        MigratedFile.PutAt(path);
        return new SqliteDatabase($"Data Source={path}");
    }
}

using DigestWorker.Domain;
using DigestWorker.Storage;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Support;

/// <summary>A real SQLite file with the newest schema.</summary>
internal sealed class TempDatabase : IDisposable
{
    private readonly TempFolder _folder = new();

    public TempDatabase()
    {
        Database = new Database($"Data Source={_folder.File("test.db")}");
        new Migrator(Database).Migrate();
    }

    public Database Database { get; }

    public KeyRing Keys { get; } = KeyRing.New();

    public Joining Joining => new(new OptOuts(Keys));

    public long Scalar(string sql)
    {
        using var connection = Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

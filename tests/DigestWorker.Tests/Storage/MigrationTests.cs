using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private readonly TempDatabase _temp = new();

    private static string VersionSql => TestServer.IsUsed ? "select max(version) from schema_version" : "pragma user_version";

    [Fact]
    public void Migrating_twice_changes_nothing()
    {
        var newest = _temp.Scalar(VersionSql);

        _temp.Database.Migrate();

        Assert.Equal(newest, _temp.Scalar(VersionSql));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused_in_words()
    {
        _temp.Scalar(TestServer.IsUsed ? "insert into schema_version (version, runs_from) values (99, 99) returning 0" : "pragma user_version = 99; select 0");

        var fault = Assert.Throws<StorageFault>(() => _temp.Database.Migrate());

        Assert.Contains("newer version", fault.Message, StringComparison.Ordinal);
        Assert.Contains(_temp.Database.Name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_is_strict()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        Assert.Equal(0, _temp.Scalar("select count(*) from sqlite_schema where type = 'table' and name not like 'sqlite_%' and sql not like '%strict%'"));
    }

    [Fact]
    public void The_database_keeps_a_write_ahead_log()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        Assert.Equal(1, _temp.Scalar("select count(*) from pragma_journal_mode where journal_mode = 'wal'"));
    }

    [Fact]
    public void A_new_file_and_its_log_are_their_owners_alone()
    {
        Assert.SkipWhen(TestServer.IsUsed, TestServer.FileReason);
        using var folder = new TempFolder();
        var file = folder.File("new.db");
        using var database = new SqliteDatabase($"Data Source={file}");

        database.Migrate();

        using var kept = database.Open();
        foreach (var path in Directory.GetFiles(folder.Path))
        {
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }
    }

    [Fact]
    public void From_their_first_common_number_on_both_databases_have_the_same_migrations()
    {
        var ofServer = MigrationScripts.Of("postgres").Select(script => script.Version).ToList();

        Assert.Equal(ofServer, MigrationScripts.Of("sqlite").Select(script => script.Version).Where(version => version >= ofServer[0]));
    }

    // Said otherwise, by either, it would not be used.
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void What_is_to_be_sent_is_asked_for_in_the_words_of_its_index(string database) => Assert.Contains(
        MigrationScripts.Of(database),
        script => script.Sql.Contains($"create index delivery_due on delivery(due_at, id) where {Deliveries.Open};", StringComparison.Ordinal));

    public void Dispose() => _temp.Dispose();
}

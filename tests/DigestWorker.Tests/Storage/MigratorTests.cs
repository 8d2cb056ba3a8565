using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Storage;

public sealed class MigratorTests : IDisposable
{
    private readonly TempDatabase _temp = new();

    [Fact]
    public void Migrating_twice_changes_nothing()
    {
        var newest = _temp.Scalar("pragma user_version");

        new Migrator(_temp.Database).Migrate();

        Assert.Equal(newest, _temp.Scalar("pragma user_version"));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused_in_words()
    {
        _temp.Scalar("pragma user_version = 99; select 0");

        var fault = Assert.Throws<StorageFault>(() => new Migrator(_temp.Database).Migrate());

        Assert.Contains("newer version", fault.Message, StringComparison.Ordinal);
        Assert.Contains(_temp.Database.File, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_is_strict() =>
        Assert.Equal(0, _temp.Scalar("select count(*) from sqlite_schema where type = 'table' and name not like 'sqlite_%' and sql not like '%strict%'"));

    [Fact]
    public void The_database_keeps_a_write_ahead_log() =>
        Assert.Equal(1, _temp.Scalar("select count(*) from pragma_journal_mode where journal_mode = 'wal'"));

    public void Dispose() => _temp.Dispose();
}

using System.Globalization;
using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Storage;

public sealed class BouncesMigrationTests : IDisposable
{
    private const int Before = 9;

    private readonly TempFolder _folder = new();
    private readonly Database _database;

    public BouncesMigrationTests()
    {
        OldDatabase.Create(_folder.File("old.db"), Before);
        _database = new SqliteDatabase($"Data Source={_folder.File("old.db")}");
    }

    [Fact]
    public void What_was_changed_before_and_what_was_queued_before_stay_as_they_are()
    {
        Run("""
            insert into subscriber (email, address, state, since, added_by, token) values ('a@example.org', 'a@example.org', 'Active', '2026-11-01T00:00:00Z', 'admin', 't');
            insert into subscriber_change (subscriber_id, at, actor, change) values (1, '2026-11-02T00:00:00Z', 'Admin', 'text only');
            insert into edition (week, cut_off_at) values ('2026-W46', '2026-11-16T00:00:00Z'), ('2026-W47', '2026-11-23T00:00:00Z');
            insert into profile (edition_id, hash, sender, reply_to, subject, text, html) values (1, x'00', 's', 'r', 'x', 't', 'h');
            insert into digest (edition_id, subscriber_id, profile_id, window_from, window_to, why) values (1, 1, 1, 'a', 'b', ''), (2, 1, 1, 'a', 'b', '');
            insert into delivery (digest_id, recipient, message_id, composed_at, state, due_at) values
                (1, 'a@example.org', 'm1', '2026-11-16T00:00:00Z', 'Sent', '2026-11-16T00:00:00Z'), (2, 'a@example.org', 'm2', '2026-11-23T00:00:00Z', 'Queued', '2026-11-23T00:00:00Z')
            """);

        _database.Migrate();

        Assert.Equal(1, Scalar("select count(*) from subscriber_change where actor = 'Admin' and change = 'text only' and at = '2026-11-02T00:00:00Z'"));
        Assert.Equal(2, Scalar("select count(*) from delivery where bounce_token = ''"));
        using var sender = _database.TrySend()!;
        using var ledger = new SendingLedger(_database, sender);
        Assert.Equal("", Assert.Single(ledger.Claim(DateTimeOffset.MaxValue, 10)).BounceToken);
    }

    public void Dispose()
    {
        _database.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private void Run(string sql) => Scalar(sql);

    private long Scalar(string sql)
    {
        using var connection = _database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}

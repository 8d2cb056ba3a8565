using Dapper;
using DigestWorker.Storage.Care;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Tests.Storage.Care;

/// <summary>Logs of SQLite's own making, damaged as disks do.</summary>
public sealed class LogProofTests : IDisposable
{
    private const int Header = 32, Frame = 24 + 4096, Transactions = 20;

    private readonly TempFolder _folder = new();

    public LogProofTests() => MakeLog();

    private string Copy => _folder.File("copy.db");

    private string Log => $"{Copy}-wal";

    [Fact]
    public void A_log_in_order_has_lost_nothing_and_neither_has_one_that_is_not_there()
    {
        Assert.Equal(0, LogProof.Lost(Copy));
        File.Delete(Log);
        Assert.Equal(0, LogProof.Lost(Copy));
    }

    [Fact]
    public void A_scribble_in_the_middle_loses_its_transaction_and_all_after_it_as_SQLite_does()
    {
        var frames = (int)((new FileInfo(Log).Length - Header) / Frame);
        Scribble(Header + (frames / 2 * Frame) + 100);

        var lost = LogProof.Lost(Copy);

        Assert.InRange(lost, 1, Transactions - 1);
        Assert.Equal(Transactions - lost, Rows());
    }

    [Fact]
    public void A_scribble_in_the_head_loses_everything_in_the_log()
    {
        Scribble(16);

        Assert.InRange(LogProof.Lost(Copy), Transactions, Transactions + 1);
    }

    [Fact]
    public void A_transaction_that_was_cut_off_while_it_was_written_was_never_complete()
    {
        using (var log = File.Open(Log, FileMode.Open))
        {
            log.SetLength(log.Length - 1000);
        }

        Assert.Equal(0, LogProof.Lost(Copy));
        Assert.Equal(Transactions - 1, Rows());
    }

    [Fact]
    public void What_an_earlier_round_left_behind_the_newest_one_is_not_taken_for_lost()
    {
        using var connection = Open(_folder.File("rounds.db"));
        connection.Execute("pragma journal_mode = wal; create table t (a text)");
        Insert(connection, Transactions);
        connection.Execute("pragma wal_checkpoint(restart)");
        Insert(connection, 2);

        Assert.Equal(0, LogProof.Lost(_folder.File("rounds.db")));
    }

    [Theory]
    [InlineData(0), InlineData(10), InlineData(Header), InlineData(Header + 10)]
    public void A_log_that_is_shorter_than_any_frame_is_read_without_a_fault(int length)
    {
        using (var log = File.Open(Log, FileMode.Open))
        {
            log.SetLength(length);
        }

        Assert.Equal(0, LogProof.Lost(Copy));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    // Copied while it is open: closing would take the log in.
    private void MakeLog()
    {
        using var connection = Open(_folder.File("made.db"));
        connection.Execute("pragma journal_mode = wal; create table t (a text); pragma wal_checkpoint(truncate); pragma wal_autocheckpoint = 0");
        Insert(connection, Transactions);
        File.Copy(_folder.File("made.db"), Copy);
        File.Copy(_folder.File("made.db-wal"), Log);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Insert(SqliteConnection connection, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            connection.Execute("insert into t values (hex(randomblob(200)))");
        }
    }

    private void Scribble(long at)
    {
        using var log = File.Open(Log, FileMode.Open);
        log.Position = at;
        log.Write([0xDE, 0xAD, 0xBE, 0xEF]);
    }

    private long Rows()
    {
        using var connection = Open(Copy);
        return connection.ExecuteScalar<long>("select count(*) from t");
    }
}

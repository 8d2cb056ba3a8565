using System.Data.Common;
using System.Diagnostics;
using DigestWorker.Storage;
using DigestWorker.Storage.Moving;
using DigestWorker.Storage.Postgres;
using DigestWorker.Storage.Sqlite;
using DigestWorker.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DigestWorker.RealTests;

/// <summary>The network to the new database swallows everything in the middle of a move.</summary>
public sealed class MovingTests : IDisposable
{
    private const int Megabytes = 20;

    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _from;

    public MovingTests()
    {
        _from = new SqliteDatabase($"Data Source={_folder.File("old.db")}");
        _from.Migrate();
    }

    /// <param name="percent">Of what is copied there; beyond all of it the table is read back to be compared.</param>
    [Theory]
    [InlineData(0), InlineData(50), InlineData(150)]
    public async Task It_is_told_in_words_within_a_minute_and_the_same_again_goes_on(int percent)
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        using var to = new PostgresDatabase(server.ConnectionString);
        Fill();
        await using var line = new BreakableLine(server.Port) { SilentAfterBytes = (percent * Megabytes * 10_000) + 1_000 };
        using var through = new PostgresDatabase(PostgresServer.Through(line.Port));
        var begun = Stopwatch.GetTimestamp();

        var fault = Assert.ThrowsAny<DbException>(() => Move(through));

        Assert.Contains("did not answer in time", through.Fault(fault).Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 60);
        await AssertGoesOnAsync(to, line, isHeld: percent > 0);
    }

    public void Dispose()
    {
        _from.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    // The server still takes the first run to be there: the same again waits for it, or says so in words to whoever will not wait.
    private async Task AssertGoesOnAsync(PostgresDatabase to, BreakableLine line, bool isHeld)
    {
        if (isHeld)
        {
            var impatient = new MoveDatabase(_from, to) { Patience = TimeSpan.Zero };
            var fault = Assert.Throws<StorageFault>(() => impatient.Run(progress: null, TestContext.Current.CancellationToken));
            Assert.Contains("Another process uses the database postgres on 127.0.0.1", fault.Message, StringComparison.Ordinal);
        }

        var again = Task.Run(() => Move(to), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.False(isHeld && again.IsCompleted);
        line.Cut();

        Assert.Contains((await again).Tables, table => table is { Name: "trouble", Rows: Megabytes });
    }

    private MoveReport Move(PostgresDatabase to) => new MoveDatabase(_from, to).Run(progress: null, TestContext.Current.CancellationToken);

    private void Fill()
    {
        using var connection = _from.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            with recursive n(at) as (select 1 union all select at + 1 from n where at < {Megabytes})
            insert into trouble (topic, key, since, words) select 'sources', at, '2026-11-23T07:30:00Z', hex(randomblob(500000)) from n
            """;
        command.ExecuteNonQuery();
    }
}

using System.Globalization;

namespace DigestWorker.RealTests;

/// <summary>Two real services share a schedule, and the clock of one machine is wrong: by it Quartz holds the other to be gone.</summary>
public sealed class WrongClockTests
{
    private const int Subscribers = 60;

    // Quartz notes in ticks of .NET, by its machine's clock, when each was there last.
    private const string WrongSql = """
        select count(*) from qrtz_scheduler_state where abs(last_checkin_time / 10000000 - 62135596800 - extract(epoch from now())) between 500 and 700
        """;

    private static readonly TimeSpan Due = TimeSpan.FromSeconds(18), Apart = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task The_edition_is_composed_once_and_each_subscriber_has_one_mail(int sign)
    {
        PostgresServer.Need();
        WrongClock.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = Cluster.WithAllToDo(server, Subscribers);
        cluster.Publish((TimeProvider.System.GetUtcNow() + Due).ToString("s m H d M '?'", CultureInfo.InvariantCulture));
        cluster.Start();
        cluster.Start(WrongClock.By(sign * Apart));

        await cluster.AllSentAsync();
        // A time in which each looks for the other at least twice.
        await Task.Delay(Due, TestContext.Current.CancellationToken);

        await cluster.UntilAsync(() => server.Count(WrongSql) == 1, "one that Quartz knows by a wrong time");
        await cluster.EndsWellAsync(faults: 0);
        Assert.Equal((1, Subscribers), (server.Count("select count(*) from edition where composed_at is not null"), server.Count("select count(*) from digest")));
    }
}

using System.Globalization;

namespace DigestWorker.RealTests;

/// <summary>Real services share a schedule, and by the clock of some the edition comes due once more, when it has long been sent.</summary>
public sealed class SlowClockTests
{
    private const int Subscribers = 60;

    private const string WatchSql = """
        create table fired (at timestamptz);
        create function note_fired() returns trigger language plpgsql as $$ begin insert into fired values (clock_timestamp()); return null; end $$;
        create trigger note_fired after insert or update on qrtz_fired_triggers for each row
            when (new.state = 'EXECUTING' and new.trigger_name = 'publish') execute function note_fired();
        """;

    private static readonly TimeSpan Due = TimeSpan.FromSeconds(30), Behind = TimeSpan.FromSeconds(35), Slack = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Nothing_is_composed_or_sent_twice_when_the_time_comes_by_the_slow_clock()
    {
        PostgresServer.Need();
        WrongClock.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = Cluster.WithAllToDo(server, Subscribers);
        var due = TimeProvider.System.GetUtcNow() + Due;
        cluster.Publish(due.ToString("s m H d M '?'", CultureInfo.InvariantCulture));
        cluster.Start();
        cluster.Start(WrongClock.By(-Behind));
        await cluster.UntilAsync(() => server.Count("select count(*) from qrtz_scheduler_state") == 2, "two at work");
        server.Execute(WatchSql);
        await cluster.AllSentAsync();
        Assert.Equal(1, server.Count("select count(*) from fired"));

        // Whoever starts brings the schedule anew, by its own clock.
        cluster.Start(WrongClock.By(-Behind));
        var again = due + Behind;
        Assert.InRange(TimeProvider.System.GetUtcNow(), due, again);
        await Task.Delay(again + Slack - TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);

        Assert.InRange(server.Count("select count(*) from fired")!.Value, 2, int.MaxValue);
        await cluster.EndsWellAsync(faults: 0);
        Assert.Equal((1, Subscribers), (server.Count("select count(*) from edition"), server.Count("select count(*) from digest")));
        Assert.Equal(Subscribers, cluster.Mails);
        Assert.Single(cluster.Workers.SelectMany(worker => worker.Said.Split('\n')), line => line.Contains($": {Subscribers} digests composed", StringComparison.Ordinal));
    }
}

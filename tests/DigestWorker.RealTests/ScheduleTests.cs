using System.Diagnostics;
using System.Globalization;

namespace DigestWorker.RealTests;

/// <summary>Two real services share a schedule, and the time of the edition comes.</summary>
public sealed class ScheduleTests
{
    private const int Subscribers = 60, Many = Cluster.Batch + Subscribers;

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(40);

    // Quartz keeps a row as long as a trigger is held or fires; which worker it was is gone with it.
    private const string WatchSql = """
        create table fired (trigger text, worker text);
        create function note_fired() returns trigger language plpgsql as
            $$ begin insert into fired values (new.trigger_name, new.instance_name); return null; end $$;
        create trigger note_fired after insert or update on qrtz_fired_triggers for each row when (new.state = 'EXECUTING') execute function note_fired();
        """;

    private const string FiredSql = "select count(*) from fired where trigger = 'publish'";

    [Fact]
    public async Task One_of_them_composes_the_edition_and_each_subscriber_has_one_mail()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = Cluster.WithAllToDo(server, Subscribers);
        await StartTwoAsync(cluster);

        await cluster.EndsWellAsync(faults: 0);

        Assert.Equal(1, server.Count(FiredSql));
        Assert.Equal([1, 0], cluster.Workers.Select(Composed).OrderDescending());
        Assert.Equal((1, Subscribers), (server.Count("select count(*) from edition"), cluster.Mails));
    }

    [Fact]
    public async Task The_one_that_is_about_to_compose_it_is_killed_and_the_other_does()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = Cluster.WithAllToDo(server, Subscribers);
        await StartTwoAsync(cluster);

        await cluster.UntilAsync(() => IsHeld(server), "one that will fire");
        await KillAsync(cluster, HeldBy(server, "ACQUIRED"));
        Assert.Equal((0, 0), (server.Count(FiredSql), server.Count("select count(*) from edition")));

        await cluster.EndsWellAsync(faults: 0);
        Assert.Equal(1, server.Count(FiredSql));
        Assert.Equal(1, Composed(Assert.Single(cluster.Workers)));
        Assert.Equal((1, Subscribers), (server.Count("select count(*) from edition"), cluster.Mails));
    }

    [Fact]
    public async Task The_one_that_composes_it_is_killed_in_the_middle_and_the_other_composes_the_rest_within_a_minute()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = Cluster.WithAllToDo(server, Many);
        cluster.HoldComposing();
        await StartTwoAsync(cluster);

        await cluster.ComposesAsync();
        await KillAsync(cluster, HeldBy(server, "EXECUTING"));
        Assert.Equal((Cluster.Batch, 0), (server.Count("select count(*) from digest"), server.Count("select count(*) from edition where composed_at is not null")));
        cluster.LetCompose();
        var killed = Stopwatch.StartNew();

        await cluster.UntilAsync(() => server.Count("select count(*) from edition where composed_at is not null") == 1, "the rest composed");
        Assert.InRange(killed.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await cluster.EndsWellAsync(faults: 0);
        Assert.Equal((1, Many), (server.Count("select count(*) from edition where composed_at is not null"), cluster.Mails));
    }

    // Letters go out every five seconds, and only whoever has no sooner ones to wait for holds the edition.
    private static bool IsHeld(PostgresServer server)
    {
        server.Execute("update qrtz_triggers set trigger_state = 'PAUSED' where trigger_name = 'letters'");
        return HeldBy(server, "ACQUIRED") is not null;
    }

    // They are numbered as they came.
    private static long? HeldBy(PostgresServer server, string state) => server.Count($"""
        select number from (select instance_name, row_number() over (order by instance_name) - 1 as number from qrtz_scheduler_state) workers
        join qrtz_fired_triggers using (instance_name) where trigger_name = 'publish' and state = '{state}'
        """);

    private static Task KillAsync(Cluster cluster, long? worker) => cluster.KillAsync(cluster.Workers[(int)worker!.Value]);

    private static int Composed(ClusterWorker worker) => worker.Said.Split('\n').Count(line => line.Contains(" digests composed", StringComparison.Ordinal));

    // Nothing is due in the first turn of either.
    private static async Task StartTwoAsync(Cluster cluster)
    {
        var (server, due) = (cluster.Server, TimeProvider.System.GetUtcNow() + Ahead);
        cluster.Publish(due.ToString("s m H d M '?'", CultureInfo.InvariantCulture));
        cluster.Start();
        await cluster.UntilAsync(() => server.Count("select count(*) from qrtz_scheduler_state") == 1, "one at work");
        cluster.Start();
        await cluster.UntilAsync(() => server.Count("select count(*) from qrtz_scheduler_state") == 2, "two at work");
        server.Execute(WatchSql);
        Assert.True(TimeProvider.System.GetUtcNow() < due, "They took too long to start.");
        Assert.Equal(0, server.Count("select count(*) from edition"));
    }
}

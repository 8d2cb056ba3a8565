using Npgsql;

namespace DigestWorker.RealTests;

/// <summary>What happens to the server of the database in the middle of an edition: a real service says it, lives on and misses nobody.</summary>
public sealed class ServerFaultsTests
{
    private const int Mails = 300, Before = 60, PerMinute = 3_000;

    [Theory]
    [InlineData("restart -m fast")]
    [InlineData("restart -m immediate")]
    public async Task It_is_started_again(string order)
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        var worker = cluster.Start();
        await cluster.MailsAsync(Before);

        await server.ControlAsync(order);

        await cluster.UntilAsync(() => worker.Said.Contains("what was stored is safe", StringComparison.Ordinal), "words");
        await cluster.EndsWellAsync(faults: 1);
    }

    [Fact]
    public async Task It_dies_and_its_standby_takes_its_place()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        using var standby = await server.FollowedAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        cluster.Save(server.Or(standby));
        var worker = cluster.Start();
        await cluster.MailsAsync(Before);

        await server.ControlAsync("stop -m immediate");
        await cluster.UntilAsync(() => worker.Said.Contains("what was stored is safe", StringComparison.Ordinal), "words");
        await standby.ControlAsync("promote");
        cluster.Server = standby;

        await cluster.EndsWellAsync(faults: 1);
    }

    [Fact]
    public async Task It_becomes_read_only_and_writable_again()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        var worker = cluster.Start();
        await cluster.MailsAsync(Before);

        server.Execute("alter system set default_transaction_read_only = on");
        server.Execute("select pg_reload_conf()");
        await cluster.UntilAsync(() => worker.Said.Contains("can only be read: it is a standby or was set read-only", StringComparison.Ordinal), "words");
        server.Execute("alter system reset default_transaction_read_only");
        server.Execute("select pg_reload_conf()");

        await cluster.EndsWellAsync(faults: 1);
    }

    [Fact]
    public async Task It_has_no_connection_left()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync("max_connections = 30");
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        var worker = cluster.Start();
        await cluster.MailsAsync(Before);

        using (new AllConnections(server))
        {
            await cluster.UntilAsync(() => worker.Said.Contains("has no connection left; raise its max_connections", StringComparison.Ordinal), "words");
        }

        await cluster.EndsWellAsync(faults: 1);
    }

    [Fact]
    public async Task It_lets_nobody_at_the_schedule_and_a_worker_that_starts_ends_in_words()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        var first = cluster.Start();
        await cluster.AllSentAsync();
        Assert.Equal(0, await first.StopAsync());
        using var holder = new NpgsqlConnection($"{server.ConnectionString};Pooling=False");
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        using var held = new NpgsqlCommand("begin; select 1 from qrtz_locks for update", holder);
        await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var second = cluster.Start();

        await cluster.UntilAsync(() => !second.IsAlive, "its end");
        Assert.Equal(1, await second.EndAsync());
        Assert.Contains("what was stored is safe", second.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", second.Said, StringComparison.Ordinal);
    }
}

namespace DigestWorker.RealTests;

/// <summary>The server of the database stands still in the middle of an edition, as one does whose machine is overloaded, and goes on.</summary>
public sealed class FrozenServerTests
{
    private const int Mails = 400, PerMinute = 3_000;

    // What was under way when it froze, and its answers.
    private static readonly TimeSpan RunsOut = TimeSpan.FromSeconds(0.5);

    // A command may take five seconds, and has another few to be called back in.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2), Long = TimeSpan.FromSeconds(14);

    [Fact]
    public async Task No_mail_goes_out_meanwhile_and_only_when_it_is_long_the_service_says_so_and_has_to_begin_anew()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        var worker = cluster.Start();
        await cluster.MailsAsync(Mails / 6);

        await FreezeAsync(cluster, Short);
        await cluster.MailsAsync(Mails / 2);
        Assert.False(IsTold(worker));
        await FreezeAsync(cluster, Long);

        await cluster.AllSentAsync();
        Assert.True(IsTold(worker));
        await cluster.EndsWellAsync(faults: 1);
    }

    private static bool IsTold(ClusterWorker worker) => worker.Said.Contains("The database postgres on 127.0.0.1 ", StringComparison.Ordinal);

    private static async Task FreezeAsync(Cluster cluster, TimeSpan time)
    {
        cluster.Server.Freeze();
        await Task.Delay(RunsOut, TestContext.Current.CancellationToken);
        var mails = cluster.Mails;
        Assert.InRange(mails, 1, Mails - 1);
        await Task.Delay(time, TestContext.Current.CancellationToken);
        Assert.Equal(mails, cluster.Mails);
        cluster.Server.Thaw();
    }
}

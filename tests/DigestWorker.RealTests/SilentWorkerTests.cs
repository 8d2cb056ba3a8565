using System.Diagnostics;
using DigestWorker.Tests.Support;

namespace DigestWorker.RealTests;

/// <summary>The network to the database falls silent for one of two real services, and stays so until the other has sent everything.</summary>
public sealed class SilentWorkerTests
{
    private const int Mails = 300, PerMinute = 1_500;

    // It was heard of ten seconds before at the latest.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45), Beat = TimeSpan.FromSeconds(10), Look = TimeSpan.FromSeconds(15), Slack = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task The_other_takes_over_what_it_had_claimed_once_its_lease_is_over_and_nobody_is_missed()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        await using var line = new BreakableLine(server.Port);
        cluster.Save(PostgresServer.Through(line.Port));
        var silent = cluster.Start();
        await cluster.MailsAsync(1);
        cluster.Save(server.ConnectionString);
        cluster.Start();
        await cluster.TwoClaimAsync();
        await cluster.UntilAsync(() => cluster.Workers.TrueForAll(worker => worker.HasBegun), "both at work");
        var first = "(select claimed_by from delivery where state = 'Sent' order by sent_at, id limit 1)";

        line.FallSilent();
        var since = Stopwatch.StartNew();
        await cluster.UntilAsync(() => silent.Said.Contains("did not answer in time", StringComparison.Ordinal), "words");
        server.Execute($"create table left_over as select id, claimed_by from delivery where state = 'Sending' and claimed_by = {first}");
        await cluster.AllSentAsync();

        Assert.InRange(since.Elapsed, Lease - Beat, Lease + Look + Slack);
        Assert.InRange(server.Count("select count(*) from left_over")!.Value, 1, Mails);
        Assert.Equal(0, server.Count("select count(*) from left_over l join delivery v using (id) where v.claimed_by = l.claimed_by"));

        // What was open is ended, as TCP's keepalive ends it.
        line.Speak();
        line.Cut();
        await cluster.EndsWellAsync(faults: 1);
    }
}

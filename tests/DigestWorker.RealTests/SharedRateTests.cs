namespace DigestWorker.RealTests;

/// <summary>However many real services send, together they keep to the rate of the settings.</summary>
public sealed class SharedRateTests
{
    private const int Mails = 180, PerMinute = 600, Workers = 2, Seconds = 10;

    // Each connection brings at most one mail late whose turn was before.
    private const int Burst = 1 + (Workers * Cluster.Connections);

    [Fact]
    public async Task Two_of_them_send_no_more_in_any_ten_seconds_than_one_might()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, PerMinute);
        cluster.Start();
        cluster.Start();

        await cluster.AllSentAsync();

        var arrivals = cluster.Arrivals;
        var most = arrivals.Max(from => arrivals.Count(at => at >= from && at < from + TimeSpan.FromSeconds(Seconds)));
        TestContext.Current.SendDiagnosticMessage($"At most {most} mails came in {Seconds} seconds.");
        Assert.InRange(most, 1, (PerMinute * Seconds / 60) + Burst);
        Assert.Equal(Workers, server.Count($"select count(*) from (select 1 from delivery group by claimed_by having count(*) >= {Mails / 6}) shares"));
        await cluster.EndsWellAsync(faults: 0);
    }
}

using System.Diagnostics;
using System.Globalization;

namespace DigestWorker.RealTests;

/// <summary>
/// Two real services send one edition, and again and again one of them is killed and replaced. CLUSTER_MAILS and CLUSTER_KILLS make
/// it as long as one likes.
/// </summary>
public sealed class ClusterTests
{
    private const int Seed = 20261123, SecondsBetweenKills = 3;

    private static readonly int Mails = Number("CLUSTER_MAILS", 400), Kills = Number("CLUSTER_KILLS", 3);

    /// <param name="isPaced">By a rate; else the mail server takes its time, and the next mail is begun on before the one before is answered for.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_random_they_miss_nobody_and_copy_at_most_what_was_under_way(bool isPaced)
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        var step = Mails / (Kills + 1);
        var perMinute = step * 60 / SecondsBetweenKills;
        var thinks = TimeSpan.FromMinutes(2.0 * Cluster.Connections / perMinute);
        await using var cluster = isPaced ? await Cluster.PrepareAsync(server, Mails, perMinute) : await Cluster.PrepareAsync(server, Mails, perMinute: 0, thinks);
        var random = new Random(Seed);
        cluster.Start();
        cluster.Start();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await cluster.MailsAsync((kill * step) + random.Next(step / 2));
            await cluster.TwoClaimAsync();
            await cluster.KillAsync(cluster.Workers[random.Next(2)]);
            await cluster.UntilAsync(() => cluster.Claiming < 2, "the killed one is gone");
            cluster.Start();
        }

        // One that has hardly begun cannot be told to end yet.
        await cluster.UntilAsync(() => cluster.Workers.TrueForAll(worker => worker.HasBegun), "both at work");
        await cluster.EndsWellAsync(faults: Kills);
    }

    [Fact]
    public async Task The_share_of_a_killed_one_is_taken_over_within_a_minute()
    {
        PostgresServer.Need();
        using var server = await PostgresServer.StartAsync();
        await using var cluster = await Cluster.PrepareAsync(server, Mails, perMinute: 0, thinks: TimeSpan.FromSeconds(0.1));
        cluster.Start();
        cluster.Start();
        await cluster.TwoClaimAsync();

        await cluster.KillAsync(cluster.Workers[0]);
        var killed = Stopwatch.StartNew();
        await cluster.AllSentAsync();

        Assert.InRange(killed.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await cluster.EndsWellAsync(faults: 1);
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}

using System.Diagnostics;
using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>Bodies that are made to fill the memory or to hold the program for ever.</summary>
public sealed class EndlessBodyTests : IDisposable
{
    // Ten megabytes are read at most, in a buffer that doubles as it grows; the rest is room for the collector of garbage.
    private const long MostMegabytesMore = 60;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("large")]
    [InlineData("packed")]
    public async Task A_body_of_200_megabytes_takes_no_more_than_60_megabytes_more_than_a_small_one(string path)
    {
        await using var server = await EndlessServer.StartAsync();
        var small = await CollectAsync(server, "small");

        var large = await CollectAsync(server, path);

        Assert.Contains("\"new\": 1", small.Out, StringComparison.Ordinal);
        Assert.Contains("it is larger than 10 MB", large.Out, StringComparison.Ordinal);
        Assert.InRange(large.PeakMegabytes, 1, small.PeakMegabytes + MostMegabytesMore);
        Assert.InRange(large.Took, TimeSpan.Zero, Soon);
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {large.PeakMegabytes} MB in {large.Took.TotalSeconds:0.0} s, small: {small.PeakMegabytes} MB");
    }

    [Fact]
    public async Task A_body_that_drips_for_ever_ends_with_the_time_limit()
    {
        await using var server = await EndlessServer.StartAsync();

        var drip = await CollectAsync(server, "drip");

        Assert.Contains("it did not answer in full within 3 seconds", drip.Out, StringComparison.Ordinal);
        Assert.InRange(drip.Took, TimeSpan.FromSeconds(3), Soon);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Ended> CollectAsync(EndlessServer server, string path)
    {
        _folder.Write("appsettings.json", JsonSerializer.Serialize(new
        {
            Storage = new { ConnectionString = $"Data Source={path}.db" },
            Sources = new[] { new { Name = "Feed", Url = $"{server.Address}/{path}" } },
            Collecting = new { TimeoutSeconds = path == "drip" ? 3 : 60, AllowPrivateAddresses = true },
        }));
        var started = Stopwatch.GetTimestamp();
        using var process = new DigestWorkerApp(_folder.Path).Start("collect", "--json");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var peak = await PeakAsync(process);
        return new Ended(await output, peak / 1_000_000, Stopwatch.GetElapsedTime(started));
    }

    // The system itself keeps the highest mark, so only what comes in the last instants can be missed.
    private static async Task<long> PeakAsync(Process process)
    {
        var peak = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, Mark(process));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        return peak;
    }

    private static long Mark(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private sealed record Ended(string Out, long PeakMegabytes, TimeSpan Took);
}

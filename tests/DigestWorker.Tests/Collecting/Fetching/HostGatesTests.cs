using System.Diagnostics;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Tests.Collecting.Fetching;

public sealed class HostGatesTests
{
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task Requests_to_one_host_start_some_time_apart()
    {
        var gates = new HostGates(places: 4, Spacing, (_, _) => null, TimeProvider.System);
        var started = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnterAndLeaveAsync(gates, "example.org")));

        Assert.InRange(Stopwatch.GetElapsedTime(started), Spacing * 3 - TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Hosts_do_not_wait_for_each_other()
    {
        var gates = new HostGates(places: 1, TimeSpan.FromMinutes(1), (_, _) => null, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(host => EnterAndLeaveAsync(gates, $"{host}.example.org")))
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_place_to_others()
    {
        var gates = new HostGates(places: 1, Spacing, (_, _) => null, TimeProvider.System);
        await EnterAndLeaveAsync(gates, "example.org");
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gates.EnterAsync("example.org", impatient.Token));

        await EnterAndLeaveAsync(gates, "example.org").WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private static async Task EnterAndLeaveAsync(HostGates gates, string host)
    {
        using var turn = await gates.EnterAsync(host, TestContext.Current.CancellationToken);
    }
}

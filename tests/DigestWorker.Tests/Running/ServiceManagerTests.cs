using System.Globalization;
using DigestWorker.Running;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Running;

public sealed class ServiceManagerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_hears_each_state_in_a_datagram_of_its_own(bool isAbstract)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such sockets.");
        var name = isAbstract ? $"@digestworker-{Guid.NewGuid():N}" : _folder.File("notify");
        using var listening = new NotifySocket(name);
        var manager = new ServiceManager(new Dictionary<string, string> { ["NOTIFY_SOCKET"] = name });

        manager.Ready("At work");
        manager.Reloading(TimeProvider.System);
        manager.Stopping();

        Assert.Equal("READY=1\nSTATUS=At work", listening.Next());
        var reloading = listening.Next().Split('\n');
        Assert.Equal("RELOADING=1", reloading[0]);
        var microseconds = long.Parse(reloading[1]["MONOTONIC_USEC=".Length..], CultureInfo.InvariantCulture);
        Assert.InRange(Environment.TickCount64 - (microseconds / 1000), -50, 5_000);
        Assert.Equal("STOPPING=1", listening.Next());
        Assert.Null(manager.Fault);
    }

    [Fact]
    public void Without_a_socket_nobody_is_told_and_a_bad_one_harms_nothing()
    {
        var alone = new ServiceManager(new Dictionary<string, string>());
        var lost = new ServiceManager(new Dictionary<string, string> { ["NOTIFY_SOCKET"] = _folder.File("nobody") });

        alone.Ready("At work");
        lost.Ready("At work");

        Assert.Null(alone.Fault);
        Assert.NotNull(lost.Fault);
    }

    [Fact]
    public void One_that_has_stopped_reading_does_not_stop_the_service()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such sockets.");
        using var listening = new NotifySocket(_folder.File("notify"));
        var manager = new ServiceManager(new Dictionary<string, string> { ["NOTIFY_SOCKET"] = _folder.File("notify") });

        for (var told = 0; told < 10_000 && manager.Fault is null; told++)
        {
            manager.Ready("At work");
        }

        Assert.NotNull(manager.Fault);
    }

    [Fact]
    public async Task The_watchdog_is_fed_only_while_the_service_lives()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such sockets.");
        using var listening = new NotifySocket(_folder.File("notify"));
        var manager = new ServiceManager(new Dictionary<string, string> { ["NOTIFY_SOCKET"] = _folder.File("notify"), ["WATCHDOG_USEC"] = "40000" });
        using var ending = new CancellationTokenSource();
        var lives = true;
        var feeding = manager.FeedWatchdogAsync(() => lives, TimeProvider.System, ending.Token);

        Assert.Equal("WATCHDOG=1", listening.Next());
        lives = false;
        await Task.Delay(100, TestContext.Current.CancellationToken);
        listening.Drain();
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(0, listening.Drain());
        await ending.CancelAsync();
        await feeding;
    }

    [Theory]
    [InlineData("1", "30000000", null)]
    [InlineData(null, "0", null)]
    [InlineData(null, "soon", null)]
    [InlineData(null, "30000000", 15)]
    public void The_watchdog_of_another_process_and_one_that_makes_no_sense_are_not_fed(string? process, string microseconds, int? seconds)
    {
        var environment = new Dictionary<string, string> { ["WATCHDOG_USEC"] = microseconds };
        if (process is not null)
        {
            environment["WATCHDOG_PID"] = process;
        }

        Assert.Equal(seconds, (int?)new ServiceManager(environment).WatchdogEvery?.TotalSeconds);
    }

    public void Dispose() => _folder.Dispose();
}

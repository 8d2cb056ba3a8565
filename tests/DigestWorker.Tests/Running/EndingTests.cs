using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Tests.Running;

public sealed class EndingTests
{
    [Fact]
    public async Task Told_to_end_while_it_still_starts_the_service_ends_well_whatever_breaks_off()
    {
        var starting = new TaskCompletionSource();
        await using var program = new SupervisedProgram(around: host => new BreaksOff(host, starting));
        program.Begin();
        await starting.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await program.EndAsync();
    }

    [Fact]
    public async Task What_does_not_end_in_time_does_not_keep_the_service_from_ending()
    {
        IHost? real = null;
        await using var program = new SupervisedProgram(around: host => new NeverStops(real = host));
        await program.StartAsync();

        await program.EndAsync().WaitAsync(TimeSpan.FromSeconds(9.9), TestContext.Current.CancellationToken);
        await ((IAsyncDisposable)real!).DisposeAsync();

        Assert.Equal(1, program.Log.Count("The work in hand has not ended in time"));
    }

    [Fact]
    public async Task What_breaks_in_the_service_and_ends_it_is_thrown_so_that_it_is_started_anew()
    {
        await using var program = new SupervisedProgram(around: host => new Breaks(host));
        await program.StartAsync();
        await program.Log.UntilAsync(() => program.HasEnded, "the end");

        Assert.Equal("A part is broken.", (await Assert.ThrowsAsync<NotSupportedException>(program.EndAsync)).Message);
    }

    /// <summary>As with a database that is silent, which work waits for on a thread of its own.</summary>
    private sealed class NeverStops(IHost host) : IHost, IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public Task StartAsync(CancellationToken cancellationToken = default) => host.StartAsync(cancellationToken);

        public async Task StopAsync(CancellationToken cancellationToken = default)
        {
            await host.StopAsync(cancellationToken);
            await new TaskCompletionSource().Task;
        }

        public ValueTask DisposeAsync() => new(new TaskCompletionSource().Task);

        public void Dispose()
        {
        }
    }

    /// <summary>What is under way when it is told to end comes back as a fault of its own.</summary>
    private sealed class BreaksOff(IHost host, TaskCompletionSource starting) : IHost, IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public async Task StartAsync(CancellationToken cancellationToken = default)
        {
            await host.StartAsync(cancellationToken);
            starting.SetResult();
            var told = new TaskCompletionSource();
            await using var registered = cancellationToken.Register(() => told.SetException(new InvalidOperationException("The schedule is half entered.")));
            await told.Task;
        }

        public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

        public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();

        public void Dispose() => host.Dispose();
    }

    /// <summary>One of its services ends in a fault, upon which a host stops.</summary>
    private sealed class Breaks(IHost host) : IHost, IServiceProvider, IAsyncDisposable
    {
        private readonly Part _part = new();

        public IServiceProvider Services => this;

        public object? GetService(Type serviceType) => serviceType == typeof(IEnumerable<IHostedService>) ? new IHostedService[] { _part } : host.Services.GetService(serviceType);

        public async Task StartAsync(CancellationToken cancellationToken = default)
        {
            await host.StartAsync(cancellationToken);
            await _part.StartAsync(cancellationToken);
            await Task.WhenAny(_part.ExecuteTask!);
            host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }

        public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

        public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();

        public void Dispose() => host.Dispose();
    }

    private sealed class Part : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromException(new NotSupportedException("A part is broken."));
    }
}

using DigestWorker.Tests.Support;
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
}

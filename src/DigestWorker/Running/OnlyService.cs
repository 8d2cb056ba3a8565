using DigestWorker.Storage;
using DigestWorker.Storage.Sqlite;

namespace DigestWorker.Running;

/// <summary>Keeps a second service from a file of SQLite for as long as this one is at work. It starts first, so it is let go of last.</summary>
internal sealed class OnlyService(string file, TimeProvider time) : IHostedService, IDisposable
{
    // One that is being replaced has ten seconds to stop.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12), Between = TimeSpan.FromSeconds(1.5);

    private IDisposable? _held;

    /// <exception cref="StorageFault">Another service goes on.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; (_held = ServiceFile.TryTake(file)) is null; waited += Between)
        {
            if (waited >= Patience)
            {
                throw new StorageFault($"Another service works with the database {file}, and one is all that a SQLite file can have. Stop it first, give this one a database of its own (Storage:ConnectionString), or move to PostgreSQL, which several can share.");
            }

            await Task.Delay(Between, time, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _held?.Dispose();
}

using System.Data.Common;

namespace DigestWorker.Storage;

/// <summary>Where everything is kept. Opening is cheap: connections are pooled by the driver.</summary>
internal abstract class Database : IDisposable
{
    // One writer of a queue at a time anyway: queueing here is quicker than waiting inside the database, and holds no connection.
    private readonly SemaphoreSlim _main = new(1), _entries = new(1);

    /// <summary>What the admin knows it by; no secret.</summary>
    public abstract string Name { get; }

    public abstract DbConnection Open();

    /// <summary>Brings the schema to the newest version.</summary>
    public abstract void Migrate();

    /// <summary>What is wrong, in words that name the database and the next step.</summary>
    /// <param name="backup">The newest backup, to be named where it helps; null where none is known.</param>
    public abstract StorageFault Fault(DbException exception, string? backup = null);

    /// <returns>The right to send; null while another process has it, where there can be only one, or keeps everybody from it.</returns>
    public abstract ISender? TrySend();

    /// <returns>Nobody sends until it is disposed of; null while somebody does.</returns>
    public abstract IDisposable? TryKeepFromSending();

    /// <returns>No service works with it until it is disposed of; null while one does, or where several may come at any time.</returns>
    public virtual IDisposable? TryKeepServicesOut() => null;

    /// <summary>Writes anew what held deleted rows, so that nothing of them is left.</summary>
    /// <returns>False while somebody else uses it.</returns>
    public abstract bool Rewrite();

    /// <summary>Takes the next turn at a rate that all processes share.</summary>
    /// <returns>How long to wait for it; null where each process counts for itself, since only one sends.</returns>
    public virtual TimeSpan? TakeTurn(string key, int perMinute) => null;

    /// <summary>Takes the next turn at asking a host, which all processes share.</summary>
    /// <returns>How long to wait for it; null where each process counts for itself.</returns>
    public virtual TimeSpan? TakeTurnAtHost(string host, TimeSpan spacing) => null;

    /// <summary>Runs the work in one write transaction: all of it is kept, or nothing.</summary>
    public T InTransaction<T>(Func<DbConnection, T> work, WriteQueue queue = WriteQueue.Main) => InTransaction(work, keep: true, queue);

    /// <summary>Runs the work in one write transaction, and takes all of it back unless it is to be kept.</summary>
    public T InTransaction<T>(Func<DbConnection, T> work, bool keep, WriteQueue queue = WriteQueue.Main)
    {
        QueueOf(queue)?.Wait();
        return Run(work, keep, queue);
    }

    public void InTransaction(Action<DbConnection> work, WriteQueue queue = WriteQueue.Main) =>
        InTransaction(
            connection =>
            {
                work(connection);
                return true;
            },
            queue);

    /// <summary>Only the wait for the writer before takes no thread: SQLite itself has no other way than to work on one.</summary>
    public async Task<T> InTransactionAsync<T>(Func<DbConnection, T> work, WriteQueue queue, CancellationToken cancellationToken)
    {
        await (QueueOf(queue)?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return Run(work, keep: true, queue);
    }

    /// <summary>Runs work on a connection of the caller's own while nobody else of this process uses it, or writes where there is one writer.</summary>
    public abstract T Exclusively<T>(Func<T> work);

    public void Exclusively(Action work) =>
        Exclusively(() =>
        {
            work();
            return true;
        });

    public virtual void Dispose()
    {
        _main.Dispose();
        _entries.Dispose();
    }

    /// <summary>Begins a write transaction in its turn among all processes.</summary>
    protected abstract DbTransaction Begin(DbConnection connection, WriteQueue queue);

    /// <summary>Where writers of this process wait; null for those who need not.</summary>
    protected virtual SemaphoreSlim? QueueOf(WriteQueue queue) => queue switch
    {
        WriteQueue.Main => _main,
        WriteQueue.Entries => _entries,
        _ => null,
    };

    private T Run<T>(Func<DbConnection, T> work, bool keep, WriteQueue queue)
    {
        try
        {
            using var connection = Open();
            using var transaction = Begin(connection, queue);
            var result = work(connection);
            if (keep)
            {
                transaction.Commit();
            }

            return result;
        }
        finally
        {
            QueueOf(queue)?.Release();
        }
    }
}

/// <summary>Writers of one queue go one after the other, whichever process they are in, so that what they read holds until they write. SQLite has one for all.</summary>
internal enum WriteQueue
{
    /// <summary>People, editions, and all else.</summary>
    Main,

    /// <summary>Sources, entries, releases, and where an edition begins.</summary>
    Entries,

    /// <summary>Whoever locks the rows that it writes and nothing else.</summary>
    Rows,

    /// <summary>Who reads which source, where several workers share them.</summary>
    Turns,
}

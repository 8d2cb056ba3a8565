namespace DigestWorker.Storage;

/// <summary>
/// Notes that are kept together: those that come while the database is busy share its next transaction (a group commit), and
/// whoever brought one goes on when it is kept.
/// </summary>
/// <param name="keep">Keeps them all or throws; never called twice at once.</param>
/// <param name="waitsForOthers">Whether work that is ready to run comes first, since it may bring notes to share the write.</param>
internal sealed class SharedWrite<T>(Action<IReadOnlyList<T>> keep, bool waitsForOthers = false)
{
    private readonly Lock _turn = new();
    private List<Waiting> _waiting = [];
    private bool _isBusy;

    public Task AddAsync(T note)
    {
        var waiting = new Waiting(note);
        lock (_turn)
        {
            _waiting.Add(waiting);
            if (_isBusy)
            {
                return waiting.Kept.Task;
            }

            _isBusy = true;
        }

        if (waitsForOthers)
        {
            KeepAllLater();
        }
        else
        {
            KeepAll();
        }

        return waiting.Kept.Task;
    }

    // One batch: whoever brought the first goes on, and what has come since is another thread's.
    private void KeepAll()
    {
        List<Waiting> batch;
        lock (_turn)
        {
            (batch, _waiting) = (_waiting, []);
        }

        End(batch, Fault(batch));
        lock (_turn)
        {
            _isBusy = _waiting.Count > 0;
            if (!_isBusy)
            {
                return;
            }
        }

        KeepAllLater();
    }

    private void KeepAllLater() => ThreadPool.UnsafeQueueUserWorkItem(shared => shared.KeepAll(), this, preferLocal: false);

    private Exception? Fault(List<Waiting> batch)
    {
        try
        {
            keep([.. batch.Select(waiting => waiting.Note)]);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private static void End(List<Waiting> batch, Exception? fault)
    {
        foreach (var waiting in batch)
        {
            if (fault is null)
            {
                waiting.Kept.SetResult();
            }
            else
            {
                waiting.Kept.SetException(fault);
            }
        }
    }

    private sealed record Waiting(T Note)
    {
        public TaskCompletionSource Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

using DigestWorker.Storage;

namespace DigestWorker.Tests.Storage;

/// <summary>What holds whether or not a write waits for others to share it.</summary>
public abstract class SharedWriteContract : IDisposable
{
    private readonly List<int[]> _kept = [];
    private readonly ManualResetEventSlim _mayGoOn = new(initialState: true);
    private readonly SharedWrite<int> _shared;
    private Exception? _fault;

    protected SharedWriteContract(bool waitsForOthers) => _shared = new SharedWrite<int>(Keep, waitsForOthers);

    protected Thread? KeptBy { get; private set; }

    public void Dispose()
    {
        _mayGoOn.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_kept_when_its_task_is_done()
    {
        await _shared.AddAsync(1);

        Assert.Equal([1], Assert.Single(_kept));
    }

    [Fact]
    public async Task Notes_that_come_while_others_are_kept_are_kept_together()
    {
        _mayGoOn.Reset();
        var first = Task.Run(() => _shared.AddAsync(1), Stop);
        await BusyAsync(calls: 1);

        var others = new[] { _shared.AddAsync(2), _shared.AddAsync(3), _shared.AddAsync(4) };
        Assert.All(others, other => Assert.False(other.IsCompleted));
        _mayGoOn.Set();
        await Task.WhenAll([first, .. others]);

        Assert.Equal([[1], [2, 3, 4]], _kept);
    }

    [Fact]
    public async Task A_fault_is_that_of_all_who_shared_the_write_and_of_no_one_after_them()
    {
        _mayGoOn.Reset();
        var first = Task.Run(() => _shared.AddAsync(1), Stop);
        await BusyAsync(calls: 1);
        var others = new[] { _shared.AddAsync(2), _shared.AddAsync(3) };
        _fault = new InvalidOperationException("The disk is full.");
        _mayGoOn.Set();

        foreach (var note in others.Append(first))
        {
            Assert.Same(_fault, await Assert.ThrowsAsync<InvalidOperationException>(() => note));
        }

        _fault = null;
        await _shared.AddAsync(4);
    }

    [Fact]
    public async Task Many_at_once_are_kept_each_once_and_never_two_writes_at_a_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(lane => Task.Run(
            async () =>
            {
                for (var at = 0; at < 200; at++)
                {
                    await _shared.AddAsync((lane * 200) + at);
                }
            },
            Stop)));

        Assert.Equal(Enumerable.Range(0, 3_200), _kept.SelectMany(batch => batch).Order());
    }

    /// <returns>The thread that brought a note, once it is kept.</returns>
    protected async Task<Thread> BringAsync()
    {
        Task? kept = null;
        var bringer = new Thread(() => kept = _shared.AddAsync(1));
        bringer.Start();
        bringer.Join();
        await kept!;
        return bringer;
    }

    private void Keep(IReadOnlyList<int> notes)
    {
        KeptBy = Thread.CurrentThread;
        Assert.True(Monitor.TryEnter(_kept));
        try
        {
            _kept.Add([.. notes]);
            _mayGoOn.Wait(Stop);
            if (_fault is not null)
            {
                throw _fault;
            }
        }
        finally
        {
            Monitor.Exit(_kept);
        }
    }

    private async Task BusyAsync(int calls)
    {
        while (_kept.Count < calls)
        {
            await Task.Delay(5, Stop);
        }
    }
}

public sealed class SharedWriteTests() : SharedWriteContract(waitsForOthers: false)
{
    [Fact]
    public async Task Whoever_brings_the_first_note_keeps_it_on_the_spot()
    {
        var bringer = await BringAsync();

        Assert.Same(bringer, KeptBy);
    }
}

public sealed class PatientSharedWriteTests() : SharedWriteContract(waitsForOthers: true)
{
    [Fact]
    public async Task Whoever_brings_a_note_leaves_the_keeping_to_another_thread()
    {
        var bringer = await BringAsync();

        Assert.NotSame(bringer, KeptBy);
    }
}

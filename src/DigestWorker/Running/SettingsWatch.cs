using DigestWorker.Settings;

namespace DigestWorker.Running;

/// <summary>How often the settings are looked at, and for how long they must lie still before they are read.</summary>
internal sealed record WatchPace(TimeSpan Every, TimeSpan Still)
{
    public static readonly WatchPace Usual = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5));
}

/// <summary>
/// Notices that the settings are others. It looks at what the files hold, since editors that save by renaming, shares of a network
/// and mounted secrets tell nobody; and it waits until they lie still, since a file may be half written, or saved by two at once.
/// </summary>
internal sealed class SettingsWatch(string file, WatchPace pace) : IDisposable
{
    private readonly SemaphoreSlim _asked = new(0, 1);
    private readonly Lock _turn = new();
    private string _seen = "";

    /// <summary>Asks to read the settings now, changed or not.</summary>
    public void Ask()
    {
        lock (_turn)
        {
            if (_asked.CurrentCount == 0)
            {
                _asked.Release();
            }
        }
    }

    /// <summary>Returns when the settings had better be read; at the first call after one look.</summary>
    /// <param name="inForce">Says which other files there are to look at.</param>
    public async Task ChangedAsync(DigestSettings inForce, CancellationToken cancellationToken)
    {
        var isAsked = false;
        while (!isAsked && Look(inForce) == _seen)
        {
            isAsked = await _asked.WaitAsync(pace.Every, cancellationToken);
        }

        while (!isAsked && Look(inForce) is var now && now != _seen)
        {
            _seen = now;
            isAsked = await _asked.WaitAsync(pace.Still, cancellationToken);
        }

        if (isAsked)
        {
            _seen = Look(inForce);
        }
    }

    /// <summary>Whether they are others again than when <see cref="ChangedAsync"/> returned.</summary>
    public bool HasMoved(DigestSettings inForce) => Look(inForce) != _seen;

    public void Dispose() => _asked.Dispose();

    private string Look(DigestSettings inForce) => $"{WatchedFiles.Content(file)}\n{WatchedFiles.PrintOf(inForce)}";
}

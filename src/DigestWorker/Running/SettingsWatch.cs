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
    private bool _hasLainStill;

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

        _hasLainStill = !isAsked;
        if (isAsked)
        {
            _seen = Look(inForce);
        }
    }

    /// <summary>
    /// Whether what was read is what was seen, and what stands there still. Where not, it was read in the middle of being saved, and
    /// <see cref="ChangedAsync"/> returns again when it lies still.
    /// </summary>
    public bool Confirms(SettingsReading reading, DigestSettings inForce)
    {
        // What cannot be used at once, because somebody asked, may be half of what is being written.
        var isWhole = (reading is SettingsReading.Accepted || _hasLainStill) && (reading.Print is null || _seen.StartsWith(reading.Print, StringComparison.Ordinal));
        if (isWhole && Look(inForce) == _seen)
        {
            return true;
        }

        _seen = "";
        return false;
    }

    public void Dispose() => _asked.Dispose();

    private string Look(DigestSettings inForce) => $"{WatchedFiles.Content(file)}\n{WatchedFiles.PrintOf(inForce)}";
}

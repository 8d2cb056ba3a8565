using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Which sources the schedule reads now.</summary>
internal sealed class DueSources(DigestSettings settings, SourceHealths healths, TimeProvider time)
{
    /// <param name="ofItsPace">Leaves out, too, those that bring something new so rarely that they need not be asked yet.</param>
    public IReadOnlyList<Source> Now(bool ofItsPace)
    {
        var resting = healths.Resting(time.GetUtcNow(), ofItsPace);
        // One that was to rest at another address has no reason to at this one.
        return [.. settings.Sources.Where(source => resting.GetValueOrDefault(source.Name) != source.Reading)];
    }
}

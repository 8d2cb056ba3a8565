using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Which sources the schedule reads now.</summary>
internal sealed class DueSources(DigestSettings settings, Sources sources, TimeProvider time)
{
    /// <param name="ofItsPace">Leaves out, too, those that bring something new so rarely that they need not be asked yet.</param>
    public IReadOnlyList<Source> Now(bool ofItsPace)
    {
        var resting = sources.Resting(time.GetUtcNow(), ofItsPace);
        return [.. settings.Sources.Where(source => !resting.Contains(source.Name))];
    }
}

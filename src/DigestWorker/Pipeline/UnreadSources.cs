using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>The sources whose silence could be taken for "nothing new" though they could not be read.</summary>
internal sealed class UnreadSources(DigestSettings settings, SourceHealths healths)
{
    // For so long a source may fail before a reader has to know.
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(3);

    /// <returns>Names of sources that fail by the given end and have not been read since.</returns>
    public IReadOnlyList<string> At(DateTimeOffset end)
    {
        var wanted = settings.Sources.Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. healths.FailingSince(end - Tolerance).Where(wanted.Contains)];
    }
}

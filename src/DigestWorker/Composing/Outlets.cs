using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>Who reports a release: each publisher once, however many of its entries belong to it.</summary>
internal static class Outlets
{
    public static IReadOnlyList<StoredEntry> Of(Release release) =>
        [.. release.Entries.DistinctBy(entry => entry.Publisher, StringComparer.OrdinalIgnoreCase)];

    public static int Count(Release release) => Of(release).Count;
}

using DigestWorker.Collecting;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>Feeds from and for other programs, as OPML.</summary>
internal sealed class ExchangeFeeds(DigestSettings settings)
{
    public IReadOnlyList<Source> Feeds { get; } = [.. settings.Sources.Where(source => source.Kind == SourceKind.Feed)];

    public string Export() => Opml.Write(Feeds);

    /// <returns>The feeds that are not configured yet, each once; null where the text is no OPML.</returns>
    public IReadOnlyList<(string Name, Uri Url)>? Import(string text)
    {
        var known = settings.Sources.Select(source => CanonicalUrl.Of(source.Url)).ToHashSet(StringComparer.Ordinal);
        return Opml.Read(text)?.Where(feed => known.Add(CanonicalUrl.Of(feed.Url))).ToList();
    }
}

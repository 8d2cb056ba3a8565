using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>
/// The pages of which one subscriber was alerted of late, each in its version. Releases are joined and regrouped, and then have other
/// ids and other versions; a page stays what it is.
/// </summary>
internal sealed class ToldPages
{
    private readonly Dictionary<long, int> _versions = [];

    /// <param name="keys">Of the alerts, as <see cref="Key"/> makes them.</param>
    public ToldPages(IEnumerable<string> keys)
    {
        foreach (var page in keys.SelectMany(key => key[(key.LastIndexOf(':') + 1)..].Split('+')).Select(page => page.Split('.')))
        {
            var id = long.Parse(page[0], CultureInfo.InvariantCulture);
            _versions[id] = Math.Max(_versions.GetValueOrDefault(id), page.Length < 2 ? 0 : int.Parse(page[1], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What an alert is known by: nobody hears twice of one version of a page.</summary>
    public static string Key(long subscriberId, Release pages) => string.Create(CultureInfo.InvariantCulture,
        $"alert:{subscriberId}:{string.Join('+', pages.Entries.OrderBy(page => page.Id).Select(page => string.Create(CultureInfo.InvariantCulture, $"{page.Id}.{page.Version}")))}");

    /// <summary>True where one of the pages was told, and none has changed since in a version that was not.</summary>
    public bool Hold(Release pages, DigestWindow window) =>
        pages.Entries.Any(page => _versions.ContainsKey(page.Id))
        && pages.Entries.All(page => !page.IsRevisedIn(window) || _versions.GetValueOrDefault(page.Id) >= page.Version);
}

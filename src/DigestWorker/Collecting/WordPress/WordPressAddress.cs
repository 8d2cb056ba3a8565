using System.Globalization;
using DigestWorker.Collecting.Apis;

namespace DigestWorker.Collecting.WordPress;

/// <summary>The REST API of a WordPress site, asked for what changed lately; and the site's feed, for where the API is closed.</summary>
internal sealed class WordPressAddress
{
    private const string Api = "wp-json/", Posts = "wp-json/wp/v2/posts", Route = "rest_route";
    private const string Fields = "id,guid,date,date_gmt,modified_gmt,link,title,excerpt,content";
    private const int LargestSize = 100;

    private readonly Uri _first;

    /// <param name="source">The site, or its API where its entries are of a kind of their own.</param>
    public WordPressAddress(Uri source, DateTimeOffset since)
    {
        Site = SiteOf(source);
        _first = (IsApi(source) ? source : new Uri(Site, Posts))
            .WithDefault("per_page", $"{LargestSize}")
            .WithDefault("orderby", "modified")
            .WithDefault("modified_after", since.UtcDateTime.ToString("yyyy-MM-dd'T'00:00:00", CultureInfo.InvariantCulture))
            .WithDefault("_fields", Fields);
        PageSize = Math.Clamp(_first.Number("per_page", LargestSize), 1, LargestSize);
    }

    public Uri Site { get; }

    public Uri Feed => new(Site, "feed/");

    public int PageSize { get; }

    public Uri Page(int page) => page == 1 ? _first : _first.With("page", page);

    private static bool IsApi(Uri source) =>
        source.IsFile || source.AbsolutePath.Contains($"/{Api}", StringComparison.OrdinalIgnoreCase) || source.Parameter(Route) is not null;

    private static Uri SiteOf(Uri source)
    {
        var path = source.AbsolutePath;
        var api = path.IndexOf($"/{Api}", StringComparison.OrdinalIgnoreCase);
        return new Uri(source, api >= 0 ? path[..(api + 1)] : $"{path.TrimEnd('/')}/");
    }
}

namespace DigestWorker.Collecting.Ons;

/// <summary>Where ONS keeps its pages: the API that lists them is another host.</summary>
internal static class OnsSite
{
    private static readonly Uri Home = new("https://www.ons.gov.uk/");

    /// <returns>The server asked itself where it is neither ONS's nor a file: a copy has copies of the pages, too.</returns>
    public static Uri HomeOf(Uri source) =>
        source.IsFile || source.Host.EndsWith("ons.gov.uk", StringComparison.OrdinalIgnoreCase) ? Home : new Uri(source, "/");
}

namespace DigestWorker.Collecting.GovUk;

/// <summary>Where the content API has a page of GOV.UK.</summary>
internal static class ContentAddress
{
    private const string Api = "/api/content";

    /// <returns>The address itself where it is no page of GOV.UK: a copy of an answer, on a disk or a server.</returns>
    public static Uri Of(Uri page) => !page.IsFile && GovUkSite.Is(page) ? InApi(page) : page;

    /// <param name="destination">A path, perhaps with a query, or a full address.</param>
    /// <returns>Null where it leads away from the server that was asked, or from a file to the web.</returns>
    public static Uri? OfRedirect(Uri asked, string destination) =>
        !asked.IsFile && destination.Length > 0 && Uri.TryCreate(asked, destination, out var page) && page.Authority == asked.Authority ? InApi(page) : null;

    public static bool IsApi(Uri address) => address.AbsolutePath.StartsWith($"{Api}/", StringComparison.Ordinal);

    private static Uri InApi(Uri page) => IsApi(page) ? page : new Uri(page, Api + page.AbsolutePath);
}

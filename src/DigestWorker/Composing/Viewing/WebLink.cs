namespace DigestWorker.Composing.Viewing;

/// <summary>The addresses that a digest links to: plain http or https ones, in ASCII.</summary>
internal static class WebLink
{
    private const int Longest = 2_000;

    /// <returns>Null for any other address, which is then shown without a link.</returns>
    public static string? Of(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" })
        {
            return null;
        }

        var link = new UriBuilder(url) { Host = url.IdnHost, Query = WithoutTracking(url.Query) }.Uri.AbsoluteUri;
        return link.Length <= Longest ? link : null;
    }

    // We track nobody, and pass on nobody's tracking.
    private static string WithoutTracking(string query) =>
        string.Join('&', query.TrimStart('?').Split('&').Where(part => !part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)));
}

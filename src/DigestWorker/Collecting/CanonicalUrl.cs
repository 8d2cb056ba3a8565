using System.Collections.Frozen;
using System.Globalization;

namespace DigestWorker.Collecting;

/// <summary>One spelling for the many addresses of one page: a key to compare by, not an address to open.</summary>
internal static class CanonicalUrl
{
    private static readonly string[] HostPrefixes = ["www.", "m.", "amp."];
    private static readonly string[] IndexPages = ["/amp", "/index.html", "/index.htm", "/index.php", "/default.aspx"];
    private static readonly string[] TrackingPrefixes = ["utm_", "at_", "hsa_", "pk_", "ns_", "_hs"];

    private static readonly FrozenSet<string> Tracking = FrozenSet.ToFrozenSet(
    [
        "amp", "cmp", "cmpid", "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "icid", "igshid", "ito", "mc_cid", "mc_eid", "mkt_tok", "msclkid",
        "ref", "ref_src", "ref_url", "referer", "referrer", "s_cid", "trk", "ttclid", "twclid", "wbraid", "wt_mc", "xtor", "yclid",
    ], StringComparer.OrdinalIgnoreCase);

    /// <returns>Host, path and what remains of the query, without the scheme; null for anything but a web address.</returns>
    public static string? Of(Uri url) =>
        url is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? HostOf(url) + PathOf(url) + QueryOf(url) : null;

    private static string HostOf(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant().TrimEnd('.');
        while (HostPrefixes.FirstOrDefault(prefix => IsDroppable(host, prefix)) is { } prefix)
        {
            host = host[prefix.Length..];
        }

        return url.IsDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{url.Port}");
    }

    private static bool IsDroppable(string host, string prefix) =>
        host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.');

    private static string PathOf(Uri url)
    {
        var path = string.Join('/', url.AbsolutePath.Split('/').Select(Escaped)).TrimEnd('/');
        while (IndexPages.FirstOrDefault(page => path.EndsWith(page, StringComparison.OrdinalIgnoreCase)) is { } page)
        {
            path = path[..^page.Length].TrimEnd('/');
        }

        return path;
    }

    private static string QueryOf(Uri url)
    {
        var kept = url.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(Parameter)
            .Where(parameter => !IsTracking(parameter.Split('=')[0]))
            .Order(StringComparer.Ordinal)
            .ToList();

        return kept.Count > 0 ? $"?{string.Join('&', kept)}" : "";
    }

    private static string Parameter(string pair) => string.Join('=', pair.Replace('+', ' ').Split('=', 2).Select(Escaped));

    private static bool IsTracking(string name) =>
        Tracking.Contains(name) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Escaped(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part));
}

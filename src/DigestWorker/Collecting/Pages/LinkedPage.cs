namespace DigestWorker.Collecting.Pages;

/// <summary>A feed may name any address; it must not make the program ask the machines of its own network.</summary>
internal static class LinkedPage
{
    public static bool MayBeFetched(Uri source, Uri page) =>
        source.IsFile
        || string.Equals(source.Host, page.Host, StringComparison.OrdinalIgnoreCase)
        || (page is { HostNameType: UriHostNameType.Dns, IsLoopback: false, IsFile: false } && page.Host.TrimEnd('.').Contains('.', StringComparison.Ordinal));
}

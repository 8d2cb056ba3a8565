using System.Text;

namespace DigestWorker.Collecting.Feeds;

/// <summary>A link as an address that a reader may be sent to.</summary>
internal static class EntryLink
{
    private const int LongestAddress = 2000;

    /// <returns>Null for what is no address of the web, or of a file where the feed itself is one.</returns>
    public static Uri? Of(Uri outer, string written)
    {
        var address = WithScheme(OneLine(written.Trim()));
        return address.Length is > 0 and <= LongestAddress
            && Full(outer, address) is { } full
            && (Ascii.IsValid(address) || full.IsFile || HostName.CanBeAsked(full))
            && (IsOfTheWeb(full, outer, address) || (full.IsFile && outer.IsFile)) ? full : null;
    }

    public static bool IsWebAddress(string written) =>
        written.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || written.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static Uri? Full(Uri outer, string address) =>
        IsWebAddress(address)
            ? Uri.TryCreate(address, UriKind.Absolute, out var own) ? own : null
            : Uri.TryCreate(outer, address, out var full) ? full : null;

    // Asking an address for its user takes it apart; without this mark it has none of its own.
    private static bool IsOfTheWeb(Uri full, Uri outer, string address) =>
        full.Scheme is "http" or "https" && ((!address.Contains('@', StringComparison.Ordinal) && outer.UserInfo.Length == 0) || full.UserInfo.Length == 0);

    /// <summary>Feeds break long addresses; browsers join them again.</summary>
    private static string OneLine(string address) =>
        address.AsSpan().ContainsAny('\t', '\r', '\n') ? string.Concat(address.Split(['\t', '\r', '\n'], StringSplitOptions.TrimEntries)) : address;

    private static string WithScheme(string address) =>
        address.StartsWith("//", StringComparison.Ordinal) ? $"https:{address}"
        : address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{address}"
        : address;
}

using System.Text.RegularExpressions;

namespace DigestWorker.Collecting.Feeds;

/// <summary>A link as an address that a reader may be sent to.</summary>
internal static partial class EntryLink
{
    private const int LongestAddress = 2000;

    /// <returns>Null for what is no address of the web, or of a file where the feed itself is one.</returns>
    public static Uri? Of(Uri outer, string written)
    {
        var address = WhiteSpace().Replace(written.Trim(), "");
        if (address.Length is 0 or > LongestAddress)
        {
            return null;
        }

        var full = Uri.TryCreate(outer, Schemeless().Replace(address, "https://"), out var result) ? result : null;
        return full is { UserInfo: "", Scheme: "http" or "https" } || (full is { IsFile: true } && outer.IsFile) ? full : null;
    }

    public static bool IsWebAddress(string written) =>
        written.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || written.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^(?://|(?=www\.))", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Schemeless();
}

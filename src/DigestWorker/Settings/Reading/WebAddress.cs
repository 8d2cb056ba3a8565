namespace DigestWorker.Settings.Reading;

/// <summary>A full https: or http: address, as sources and the public page have.</summary>
internal static class WebAddress
{
    private const string Feed = "https://www.example.org/news/feed.atom";

    /// <param name="example">What such an address may look like.</param>
    /// <returns>What to write instead; null where the address is fine.</returns>
    public static string? Advice(string address, string example = Feed)
    {
        if (HasUserInfo(address))
        {
            return "write the address without the user name and password before its @";
        }

        var scheme = Scheme(address);
        if (scheme is not ("https" or "http"))
        {
            return SchemeAdvice(address, scheme) ?? Write(example);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && HasHost(uri) ? null : Write(example);
    }

    /// <returns>In lower case; empty where the address has none.</returns>
    public static string Scheme(string address) =>
        address.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && address[..colon].All(char.IsAsciiLetterOrDigit)
            ? address[..colon].ToLowerInvariant()
            : "";

    public static bool HasUserInfo(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        var authority = start < 0 ? "" : address[(start + 2)..];
        var end = authority.AsSpan().IndexOfAny("/?#");
        return authority.AsSpan(0, end < 0 ? authority.Length : end).Contains('@');
    }

    private static bool HasHost(Uri address)
    {
        try
        {
            return Uri.CheckHostName(address.IdnHost) != UriHostNameType.Unknown;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static string Write(string example) => $"write a full address such as {Quoted.Text(example)}";

    /// <returns>The address that was meant; null where that cannot be told.</returns>
    private static string? SchemeAdvice(string address, string scheme)
    {
        if (scheme.Length == 0)
        {
            var whole = $"https://{address.TrimStart('/')}";
            return address.Contains('.', StringComparison.Ordinal) && Advice(whole) is null ? $"did you mean {Quoted.Text(Quoted.WithoutKeys(whole))}?" : null;
        }

        return DidYouMean.Nearest(scheme, ["https", "http", "file"]) is { } near
            ? $"did you mean {Quoted.Text(Quoted.WithoutKeys(near + address[scheme.Length..]))}?"
            : null;
    }
}

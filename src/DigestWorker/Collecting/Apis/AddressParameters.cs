using System.Globalization;

namespace DigestWorker.Collecting.Apis;

/// <summary>Parameters in the query of an address. A file has none: it stays as it is.</summary>
internal static class AddressParameters
{
    /// <returns>The value as it is written in the address, still escaped; null where it has none of that name.</returns>
    public static string? Parameter(this Uri address, string name) =>
        Pairs(address).Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => Is(pair[0], name)) is [_, var value] ? value : null;

    public static int Number(this Uri address, string name, int otherwise) =>
        int.TryParse(address.Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>Says what the address leaves open; what the admin wrote stays.</summary>
    public static Uri WithDefault(this Uri address, string name, string value) =>
        address.Parameter(name) is null ? address.With(name, value) : address;

    public static Uri With(this Uri address, string name, int value) =>
        address.With(name, value.ToString(CultureInfo.InvariantCulture));

    public static Uri With(this Uri address, string name, string value)
    {
        if (address.IsFile)
        {
            return address;
        }

        var kept = Pairs(address).Where(pair => !Is(pair.Split('=')[0], name));
        return new UriBuilder(address) { Query = string.Join('&', kept.Append($"{name}={Uri.EscapeDataString(value)}")), Fragment = "" }.Uri;
    }

    private static string[] Pairs(Uri address) => address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static bool Is(string written, string name) => Uri.UnescapeDataString(written) == name;
}

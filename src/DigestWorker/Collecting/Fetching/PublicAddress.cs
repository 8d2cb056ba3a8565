using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Tells addresses of the open internet from those of this machine, its network or no place at all (the IANA special-purpose registries).</summary>
internal static class PublicAddress
{
    private const int EmbeddedAt = 12;

    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork TranslatedV4 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    public static bool Is(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? IsV4(address.MapToIPv4())
        : address.AddressFamily is AddressFamily.InterNetwork ? IsV4(address)
        : TranslatedV4.Contains(address) ? IsV4(new IPAddress(address.GetAddressBytes().AsSpan(EmbeddedAt)))
        : GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address));

    private static bool IsV4(IPAddress address) => !SpecialV4.Any(network => network.Contains(address));

    private static IPNetwork[] Networks(params string[] written) => [.. written.Select(IPNetwork.Parse)];
}

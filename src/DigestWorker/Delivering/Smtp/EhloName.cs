using System.Net;
using System.Net.Sockets;

namespace DigestWorker.Delivering.Smtp;

/// <summary>How we introduce ourselves: the machine's full name where it has one, else its address (RFC 5321 §4.1.4).</summary>
internal static class EhloName
{
    public static string For(IPAddress local) =>
        Dns.GetHostName() is var name && name.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns
            ? name
            : Literal(local.IsIPv4MappedToIPv6 ? local.MapToIPv4() : local);

    private static string Literal(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
}

using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Judges a server's certificate as the system would, and keeps in words what is wrong with it and for how long it holds.</summary>
/// <param name="server">Its name, and the setting that has it.</param>
/// <param name="trust">Stands in for the system's check; null leaves it to the system.</param>
internal sealed class CertificateNote((string Host, string Setting) server, TimeProvider time, RemoteCertificateValidationCallback? trust)
{
    private const int LongestName = 100;

    /// <summary>A certificate that renews itself does so a month before its end, or a third of its time.</summary>
    private const int FewDays = 14;

    /// <summary>What the admin can do about it; null where nothing is wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>Null where the server has shown none.</summary>
    public int? DaysLeft { get; private set; }

    /// <summary>It need not be renewed now, or there is none.</summary>
    public bool HoldsLong => DaysLeft is null or >= FewDays;

    /// <returns>For how long it holds; null where the server has shown none.</returns>
    public string? Note() => DaysLeft is { } days
        ? string.Create(CultureInfo.InvariantCulture, $"Its certificate {(HoldsLong ? "holds" : "ends: have it renewed; it holds only")} for {days} days more.")
        : null;

    public bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 held)
        {
            Fault = "it shows no certificate.";
            return false;
        }

        var ends = new DateTimeOffset(held.NotAfter).ToUniversalTime();
        DaysLeft = (int)(ends - time.GetUtcNow()).TotalDays;
        var isTrusted = trust?.Invoke(sender, certificate, chain, errors) ?? errors == SslPolicyErrors.None;
        Fault = isTrusted ? null : Words(held, ends, errors);
        return isTrusted;
    }

    private string Words(X509Certificate2 held, DateTimeOffset ends, SslPolicyErrors errors) => errors switch
    {
        _ when ends < time.GetUtcNow() => string.Create(CultureInfo.InvariantCulture, $"its certificate ended on {ends:yyyy-MM-dd}; have it renewed."),
        _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) =>
            $"its certificate is for {Name(held)}, not for {server.Host}; write the name of the certificate as {server.Setting}, or have one made for {server.Host}.",
        _ => "nobody whom this machine trusts has signed its certificate; add the authority that did to this machine's, or have one made by a public authority.",
    };

    // The server's words: short and on one line.
    private static string Name(X509Certificate2 held)
    {
        var name = HeaderText.Clean(held.GetNameInfo(X509NameType.DnsName, forIssuer: false));
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}

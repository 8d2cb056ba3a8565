using System.Security.Cryptography;

namespace DigestWorker.Delivering.Dkim;

/// <summary>The DNS record that lets receivers check signatures.</summary>
/// <param name="Name">Relative to the zone where no domain is known.</param>
internal sealed record DkimRecord(string Name, string Value)
{
    /// <summary>The longest string of a TXT record; receivers join them.</summary>
    private const int LongestString = 255;

    public IEnumerable<string> Strings => Value.Chunk(LongestString).Select(letters => new string(letters));

    public static DkimRecord Of(RSA key, string selector, string? domain) => new(
        domain is null ? $"{selector}._domainkey" : $"{selector}._domainkey.{domain}",
        $"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");
}

using System.Globalization;
using System.Security.Cryptography;

namespace DigestWorker.Settings;

/// <summary>The private RSA key that signs mail, as PEM text (PKCS#1 or PKCS#8).</summary>
internal static class DkimKey
{
    public const int LeastBits = 2048;

    /// <summary>Receivers need not take more (RFC 8301 §3.2).</summary>
    private const int MostBits = 4096;

    public static RSA Read(string pem)
    {
        var key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }

    /// <returns>What is wrong with it, without a word of it; null where nothing is.</returns>
    public static string? Fault(string pem)
    {
        try
        {
            using var key = Read(pem);
            // A public key can be read as well, but not sign.
            _ = key.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return SizeFault(key.KeySize);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return pem.Contains("ENCRYPTED", StringComparison.Ordinal)
                ? "the key is locked with a passphrase, which nobody can type for a service; keep it without one in a file that only the worker can read"
                : "this is no private RSA key in PEM form; make one with: digestworker dkim key --out FILE";
        }
    }

    private static string? SizeFault(int bits) => bits switch
    {
        < LeastBits => Words(bits, "too short to be trusted"),
        > MostBits => Words(bits, "longer than many receivers can check"),
        _ => null,
    };

    private static string Words(int bits, string why) =>
        string.Create(CultureInfo.InvariantCulture, $"a key of {bits} bits is {why}; use one of {LeastBits} to {MostBits} bits");
}

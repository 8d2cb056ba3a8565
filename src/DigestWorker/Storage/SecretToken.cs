using System.Security.Cryptography;

namespace DigestWorker.Storage;

/// <summary>128 random bits, as many as nobody guesses (RFC 8058 §3.1 asks for a link that is hard to forge), in lower case.</summary>
internal static class SecretToken
{
    public static string New() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}

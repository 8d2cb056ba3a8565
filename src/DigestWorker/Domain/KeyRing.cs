using System.Security.Cryptography;
using System.Text;

namespace DigestWorker.Domain;

/// <summary>The secret keys of this installation, newest first. The newest signs; what any of them signed is known again.</summary>
/// <param name="keys">At least one, of 32 random bytes each.</param>
public sealed class KeyRing(IReadOnlyList<byte[]> keys)
{
    private const int IdLength = 8;

    /// <summary>Tells which keys there are without giving one away.</summary>
    public IReadOnlyList<byte[]> Ids { get; } = [.. keys.Select(key => SHA256.HashData(key)[..IdLength])];

    /// <summary>Whether each of these keys, named by upper-case hexadecimal ids, is here.</summary>
    public bool HasAll(IEnumerable<string> hexIds) => !hexIds.Except(Ids.Select(Convert.ToHexString), StringComparer.Ordinal).Any();

    /// <summary>A new ring with one random key.</summary>
    public static KeyRing New() => new([NewKey()]);

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <param name="purpose">Keeps what was signed for one purpose from counting for another.</param>
    public byte[] Sign(string purpose, string text) => Sign(keys[0], purpose, text);

    /// <returns>What each key, newest first, would sign.</returns>
    public IReadOnlyList<byte[]> SignatureByEach(string purpose, string text) => [.. keys.Select(key => Sign(key, purpose, text))];

    public bool IsSigned(string purpose, string text, ReadOnlySpan<byte> signature)
    {
        foreach (var expected in SignatureByEach(purpose, text))
        {
            if (CryptographicOperations.FixedTimeEquals(expected, signature))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Sign(byte[] key, string purpose, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\0{text}"));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.Dkim;

/// <summary>Puts a DKIM signature before a message (RFC 6376 and 8301): rsa-sha256, relaxed headers and body, the whole body.</summary>
/// <param name="settings">In force, with a key.</param>
internal sealed class DkimSigner(DkimSettings settings, TimeProvider time) : IDisposable
{
    private const string Header = "DKIM-Signature";
    private const int Chunk = 64;

    private readonly RSA _key = DkimKey.Read(settings.Key!);
    private readonly Lock _turn = new();

    /// <returns>The signature's header, and the message as it was.</returns>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf("\r\n\r\n"u8);
        var head = end < 0 ? message : message[..end];
        var body = end < 0 ? [] : message[(end + 4)..];
        return [.. Encoding.ASCII.GetBytes(Signature(SignedHeaders.Of(Encoding.Latin1.GetString(head)), RelaxedBody.Hash(body))), .. message];
    }

    public void Dispose() => _key.Dispose();

    private string Signature(SignedHeaders headers, string bodyHash)
    {
        string[] unsigned =
        [
            "v=1;", "a=rsa-sha256;", "c=relaxed/relaxed;", $"d={settings.Domain};", $"s={settings.Selector};",
            string.Create(CultureInfo.InvariantCulture, $"t={time.GetUtcNow().ToUnixTimeSeconds()};"), .. headers.Tokens, $"bh={bodyHash};", "b=",
        ];
        var signature = Sign(headers.Canonical + RelaxedHeader.Of(Header, string.Join(' ', unsigned)));
        return new StringBuilder()
            .AppendHeader(Header, [.. unsigned, .. Convert.ToBase64String(signature).Chunk(Chunk).Select(letters => new string(letters))])
            .ToString();
    }

    // One key for all senders, and RSA does not promise to be safe for several at once.
    private byte[] Sign(string text)
    {
        lock (_turn)
        {
            return _key.SignData(Encoding.Latin1.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }
}

using System.IO.Compression;

namespace DigestWorker.Collecting.Fetching;

/// <summary>Unpacks a body. What the bytes are counts more than what the server says: "gzip" is also said of plain text.</summary>
internal static class Packing
{
    public static async Task<byte[]> UnpackAsync(byte[] packed, string? encoding, int maxMegabytes, CancellationToken cancellationToken)
    {
        await using var unpacking = Unpacking(packed, encoding?.ToLowerInvariant());
        return unpacking is null ? packed : await BoundedBytes.ReadAsync(unpacking, maxMegabytes, cancellationToken);
    }

    private static Stream? Unpacking(byte[] packed, string? encoding) => packed switch
    {
        [0x1F, 0x8B, ..] => new GZipStream(new MemoryStream(packed), CompressionMode.Decompress),
        [0x78, _, ..] when encoding is "deflate" => new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress),
        [] or [(byte)'<' or (byte)'{' or (byte)' ' or (byte)'\n' or 0xEF, ..] => null,
        _ => encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress),
            "deflate" => new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress),
            _ => null,
        },
    };
}

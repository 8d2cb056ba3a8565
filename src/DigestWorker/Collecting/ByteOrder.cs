using System.Text;

namespace DigestWorker.Collecting;

/// <summary>What the first bytes say: a byte order mark, or the zeros beside the first characters of UTF-16 and UTF-32.</summary>
internal static class ByteOrder
{
    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: true);

    public static Encoding? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => Utf32BigEndian,
        [0xFF, 0xFE, ..] or [(byte)'<' or (byte)'{', 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<' or (byte)'{', ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}

using System.Text;
using System.Text.Unicode;

namespace DigestWorker.Collecting;

/// <summary>An answer as text. Bytes that are valid UTF-8 are UTF-8, whatever was declared: other encodings are not by chance.</summary>
internal sealed class DecodedText
{
    private const int OpeningBytes = 512, BeginningBytes = 16_384;

    private readonly byte[] _bytes;
    private readonly Encoding _encoding;

    private DecodedText(byte[] bytes, Encoding encoding, string? remark)
    {
        _bytes = bytes;
        _encoding = encoding;
        Remark = remark;
        Opening = First(OpeningBytes);
    }

    /// <summary>Told to the admin when the declared encoding was wrong.</summary>
    public string? Remark { get; }

    /// <summary>Enough to see what nearly every document is; its last character may be half of one.</summary>
    public string Opening { get; }

    /// <summary>Enough to see what any document is, however much stands before its root.</summary>
    public string Beginning => field ??= First(BeginningBytes);

    public string Whole => Decoded(_bytes);

    public static DecodedText Of(byte[] bytes, string? contentType)
    {
        if (ByteOrder.Of(bytes) is { } marked)
        {
            return new(bytes, marked, remark: null);
        }

        return Utf8.IsValid(bytes) && !bytes.Contains((byte)0x1B)
            ? new(bytes, Encoding.UTF8, remark: null)
            : Declared(bytes, DeclaredEncoding.AllOf(bytes, contentType));
    }

    public TextReader Open() => new StreamReader(new MemoryStream(_bytes), _encoding);

    private static DecodedText Declared(byte[] bytes, IReadOnlyList<string> names)
    {
        if (names.Select(DeclaredEncoding.Named).FirstOrDefault(named => named is not null && IsWhole(named, bytes)) is { } declared)
        {
            return new(bytes, declared, remark: null);
        }

        var assumed = IsMostlyUtf8(bytes) ? Encoding.UTF8 : DeclaredEncoding.Fallback;
        var said = names.Count > 0
            ? $"says that it is written in {string.Join(" and in ", names.Distinct(StringComparer.OrdinalIgnoreCase))}, which it is not"
            : "does not say how its letters are encoded";
        return new(bytes, assumed, $"The document {said}; it was read as {assumed.WebName}.");
    }

    private static bool IsWhole(Encoding encoding, byte[] bytes) => !encoding.GetString(bytes).Contains('\uFFFD', StringComparison.Ordinal);

    /// <summary>A few broken letters among many whole ones: they turn into "\uFFFD", the rest stays right.</summary>
    private static bool IsMostlyUtf8(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');
        return text.Count(character => !char.IsAscii(character)) > 2 * broken;
    }

    private string First(int bytes) => Decoded(_bytes.AsSpan(0, Math.Min(_bytes.Length, bytes)));

    /// <summary>Without the one byte order mark that a reader drops too, so that positions agree.</summary>
    private string Decoded(ReadOnlySpan<byte> part)
    {
        var text = _encoding.GetString(part);
        return text is ['\uFEFF', .. var rest] ? rest : text;
    }
}

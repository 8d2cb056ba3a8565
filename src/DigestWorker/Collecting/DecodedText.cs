using System.Text;
using System.Text.Unicode;

namespace DigestWorker.Collecting;

/// <summary>The text of an answer. Bytes that are valid UTF-8 are UTF-8, whatever was declared: other encodings are not by chance.</summary>
/// <param name="Remark">Told to the admin when the declared encoding was wrong.</param>
internal sealed record DecodedText(string Text, string? Remark)
{
    public static DecodedText Of(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByteOrder.Of(bytes) is { } marked)
        {
            return new(marked.GetString(bytes).TrimStart('\uFEFF'), Remark: null);
        }

        return Utf8.IsValid(bytes) && !bytes.Contains((byte)0x1B)
            ? new(Encoding.UTF8.GetString(bytes), Remark: null)
            : Declared(bytes, DeclaredEncoding.AllOf(bytes, contentType));
    }

    private static DecodedText Declared(ReadOnlySpan<byte> bytes, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (DeclaredEncoding.Named(name) is { } encoding && Strict(encoding, bytes) is { } text)
            {
                return new(text, Remark: null);
            }
        }

        var assumed = MostlyUtf8(bytes) ?? new("windows-1252", DeclaredEncoding.Fallback.GetString(bytes));
        var said = names.Count > 0
            ? $"says that it is written in {string.Join(" and in ", names.Distinct(StringComparer.OrdinalIgnoreCase))}, which it is not"
            : "does not say how its letters are encoded";
        return new(assumed.Text, $"The document {said}; it was read as {assumed.Name}.");
    }

    /// <summary>A few broken letters among many whole ones: they turn into "\uFFFD", the rest stays right.</summary>
    private static (string Name, string Text)? MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.AsSpan().Count('\uFFFD');
        var whole = text.Count(character => !char.IsAscii(character)) - broken;
        return whole > broken ? ("UTF-8", text) : null;
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? null : text;
    }
}

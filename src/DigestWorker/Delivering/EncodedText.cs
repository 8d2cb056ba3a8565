using System.Buffers;

namespace DigestWorker.Delivering;

/// <summary>
/// A text in quoted-printable, encoded once, with slots for what differs from mail to mail. A soft line break (RFC 2045 §6.7)
/// stands on either side of a slot, so that neither part depends on the other's length.
/// </summary>
internal sealed class EncodedText
{
    private readonly List<Piece> _pieces = [];

    /// <param name="parts">In order: text, or the name of a slot.</param>
    public EncodedText(IEnumerable<(string Text, bool IsSlot)> parts)
    {
        foreach (var (text, isSlot) in parts.Where(part => part.Text.Length > 0))
        {
            _pieces.Add(isSlot ? new Piece(text, []) : new Piece(null, Encode(text)));
        }
    }

    public void Write(IBufferWriter<byte> output, IReadOnlyDictionary<string, string> values)
    {
        var written = ReadOnlySpan<byte>.Empty;
        foreach (var piece in _pieces)
        {
            var bytes = piece.Slot is null ? piece.Bytes : Encode(values[piece.Slot]);
            if (written.Length > 0 && !written.EndsWith("\r\n"u8))
            {
                output.Write("=\r\n"u8);
            }

            output.Write(bytes);
            written = bytes;
        }
    }

    private static byte[] Encode(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        QuotedPrintable.Write(text, output);
        return output.WrittenSpan.ToArray();
    }

    private sealed record Piece(string? Slot, byte[] Bytes);
}

/// <summary>A mail's text with the values of its slots.</summary>
internal sealed record MailText(EncodedText Encoded, IReadOnlyDictionary<string, string> Own)
{
    public static implicit operator MailText(string text) => Of(text);

    public static MailText Of(string text) => new(new EncodedText([(text, false)]), new Dictionary<string, string>());

    public void Write(IBufferWriter<byte> output) => Encoded.Write(output, Own);
}

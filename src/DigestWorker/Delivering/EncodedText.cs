using System.Buffers;

namespace DigestWorker.Delivering;

/// <summary>
/// A text in quoted-printable, encoded once, with slots for what differs from mail to mail. A soft line break (RFC 2045 §6.7)
/// stands on either side of a slot, so that neither part depends on the other's length.
/// </summary>
internal sealed class EncodedText
{
    private static readonly byte[] SoftBreak = "=\r\n"u8.ToArray();

    private readonly List<Piece> _pieces = [];

    /// <param name="parts">In order: text, or the name of a slot.</param>
    public EncodedText(IEnumerable<(string Text, bool IsSlot)> parts)
    {
        foreach (var (text, isSlot) in parts.Where(part => part.Text.Length > 0))
        {
            _pieces.Add(isSlot ? new Piece(text, []) : new Piece(null, Encode(text)));
        }
    }

    /// <summary>Adds the text's bytes, piece by piece.</summary>
    public void AddTo(List<ReadOnlyMemory<byte>> bytes, IReadOnlyDictionary<string, string> values)
    {
        var written = ReadOnlyMemory<byte>.Empty;
        foreach (var piece in _pieces)
        {
            if (written.Length > 0 && !written.Span.EndsWith("\r\n"u8))
            {
                bytes.Add(SoftBreak);
            }

            bytes.Add(written = piece.Slot is null ? piece.Bytes : Encode(values[piece.Slot]));
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

    public void AddTo(List<ReadOnlyMemory<byte>> bytes) => Encoded.AddTo(bytes, Own);
}

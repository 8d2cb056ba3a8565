using System.Buffers;

namespace DigestWorker.Delivering;

/// <summary>
/// A text in quoted-printable, encoded once, with slots for what differs from mail to mail. A soft line break (RFC 2045 §6.7)
/// stands on either side of a slot, so that neither part depends on the other's length.
/// </summary>
internal sealed class EncodedText
{
    private static readonly byte[] SoftBreak = "=\r\n"u8.ToArray();

    private readonly Piece[] _pieces;

    private EncodedText(IEnumerable<Piece> pieces) => _pieces = [.. pieces];

    /// <param name="parts">In order: text, or the name of a slot.</param>
    public EncodedText(IEnumerable<(string Text, bool IsSlot)> parts)
        : this(parts.Where(part => part.Text.Length > 0).Select(part => part.IsSlot ? new Piece(part.Text, []) : new Piece(null, Encode(part.Text))))
    {
    }

    /// <returns>The same with these of its slots filled, for the mails that share the values.</returns>
    public EncodedText With(IReadOnlyDictionary<string, string> values) =>
        new(_pieces.Select(piece => piece.Slot is { } slot && values.TryGetValue(slot, out var value) ? new Piece(null, Encode(value)) : piece));

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

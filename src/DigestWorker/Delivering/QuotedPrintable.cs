using System.Buffers;
using System.Text;

namespace DigestWorker.Delivering;

/// <summary>Writes text as quoted-printable UTF-8 (RFC 2045 §6.7) with CRLF line ends, whatever the text ends its lines with.</summary>
internal static class QuotedPrintable
{
    /// <summary>One less than the RFC's 76: room for the "=" of a soft break.</summary>
    private const int MaxColumn = 75;

    private const int MostBytesPerByte = 4;

    public static void Write(string text, IBufferWriter<byte> output)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var line = new Line(output.GetSpan((bytes.Length * MostBytesPerByte) + 1));
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is (byte)'\r' or (byte)'\n')
            {
                i += bytes.AsSpan(i).StartsWith("\r\n"u8) ? 1 : 0;
                line.Break(""u8);
                continue;
            }

            line.Append(bytes.AsSpan(i));
        }

        output.Advance(line.Written);
    }

    private ref struct Line(Span<byte> output)
    {
        private readonly Span<byte> _output = output;
        private int _column;

        public int Written { get; private set; }

        public void Append(ReadOnlySpan<byte> rest)
        {
            if (_column + (MayStandPlain(rest) ? 1 : 3) > MaxColumn)
            {
                Break("="u8);
            }

            if (MayStandPlain(rest))
            {
                Put(rest[0]);
                return;
            }

            Put((byte)'=');
            Put(HexDigit(rest[0] >> 4));
            Put(HexDigit(rest[0] & 0xF));
        }

        public void Break(ReadOnlySpan<byte> before)
        {
            foreach (var value in before)
            {
                Put(value);
            }

            Put((byte)'\r');
            Put((byte)'\n');
            _column = 0;
        }

        // A dot or "From " that opens a line is safe from careless relays only in its encoded form.
        private readonly bool MayStandPlain(ReadOnlySpan<byte> rest) => rest[0] switch
        {
            (byte)'=' => false,
            (byte)'.' => _column > 0,
            (byte)'F' => _column > 0 || !rest.StartsWith("From "u8),
            (byte)' ' or (byte)'\t' => rest.Length > 1 && rest[1] is not ((byte)'\r' or (byte)'\n'),
            var value => value is > 32 and < 127,
        };

        private void Put(byte value)
        {
            _output[Written++] = value;
            _column++;
        }

        private static byte HexDigit(int value) => "0123456789ABCDEF"u8[value];
    }
}

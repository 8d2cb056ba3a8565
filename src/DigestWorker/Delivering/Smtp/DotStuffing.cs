using System.Buffers;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Makes a message safe inside DATA: a dot that opens a line is doubled (RFC 5321 §4.5.2), and the last line is ended.</summary>
internal static class DotStuffing
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    public static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> message) => IsSafe(message.Span) ? message : Stuffed(message);

    // Quoted-printable leaves no dot at the beginning of a line, so this is nearly every message.
    private static bool IsSafe(ReadOnlySpan<byte> message) =>
        message.EndsWith("\r\n"u8) && message[0] != '.' && message.IndexOf("\n."u8) < 0 && message.IndexOf("\r."u8) < 0;

    private static ReadOnlyMemory<byte> Stuffed(ReadOnlyMemory<byte> message)
    {
        var rest = message.Span;
        var output = new ArrayBufferWriter<byte>(rest.Length + 2);
        while (!rest.IsEmpty)
        {
            if (rest[0] == '.')
            {
                output.Write("."u8);
            }

            // A bare CR or LF is a line end to some servers, so it is one here (SMTP smuggling).
            var line = rest[..(rest.IndexOfAny(LineEnds) is var end and >= 0 ? end + 1 : rest.Length)];
            output.Write(line);
            rest = rest[line.Length..];
        }

        if (!output.WrittenSpan.EndsWith("\r\n"u8))
        {
            output.Write("\r\n"u8);
        }

        return output.WrittenMemory;
    }
}

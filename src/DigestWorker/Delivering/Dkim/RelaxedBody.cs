using System.Security.Cryptography;

namespace DigestWorker.Delivering.Dkim;

/// <summary>
/// A body as it is signed (RFC 6376 §3.4.4): white space as one space, none before a line's end, no empty lines at the end of
/// all. One pass, and never longer than the body and a line end.
/// </summary>
internal static class RelaxedBody
{
    public static string Hash(ReadOnlySpan<byte> body) => Convert.ToBase64String(SHA256.HashData(Of(body)));

    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> body)
    {
        var output = new byte[body.Length + 2];
        var (written, end, isSpaced) = (0, 0, false);
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] is (byte)' ' or (byte)'\t')
            {
                isSpaced = true;
                continue;
            }

            var isLineEnd = body[at..].StartsWith("\r\n"u8);
            if (isSpaced && !isLineEnd)
            {
                output[written++] = (byte)' ';
            }

            isSpaced = false;
            output[written++] = body[at];
            if (isLineEnd)
            {
                output[written++] = body[++at];
            }
            else
            {
                end = written;
            }
        }

        return end == 0 ? [] : Ended(output, end);
    }

    private static ReadOnlySpan<byte> Ended(Span<byte> output, int end)
    {
        "\r\n"u8.CopyTo(output[end..]);
        return output[..(end + 2)];
    }
}

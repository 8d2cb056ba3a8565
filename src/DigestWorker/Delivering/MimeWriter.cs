using System.Buffers;
using System.Globalization;
using System.Text;

namespace DigestWorker.Delivering;

/// <summary>
/// Writes a message as RFC 5322 and MIME bytes: 7-bit, CRLF, plain text before HTML. A pure function, so that a retry is
/// the same message byte for byte.
/// </summary>
internal static class MimeWriter
{
    private const int BoundaryBytes = 16;

    private static readonly string[] Own =
    [
        "From", "To", "Cc", "Bcc", "Sender", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Return-Path", "Received",
    ];

    /// <exception cref="ArgumentException">A further header has a name that is no header's, or one that is written here.</exception>
    public static byte[] Write(OutgoingMessage message)
    {
        if (message.Html is null)
        {
            return Plain(message);
        }

        // "=_" never stands in quoted-printable text, so no body can hold the boundary.
        var boundary = $"=_{MessageId.Hash(message.MessageId, BoundaryBytes)}";
        var output = new ArrayBufferWriter<byte>();
        Encoding.ASCII.GetBytes(Head(message, ["multipart/alternative;", $"boundary=\"{boundary}\""]) + "\r\n", output);
        WritePart(output, boundary, "text/plain", message.Text);
        WritePart(output, boundary, "text/html", message.Html);
        Encoding.ASCII.GetBytes($"--{boundary}--\r\n", output);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Plain(OutgoingMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        var head = Head(message, ["text/plain; charset=utf-8"]) + "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
        Encoding.ASCII.GetBytes(head, output);
        message.Text.Write(output);
        output.Write("\r\n"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <returns>All header lines; the empty one that ends them is left to the caller.</returns>
    private static string Head(OutgoingMessage message, IReadOnlyList<string> contentType)
    {
        var head = new StringBuilder()
            .AppendHeader("From", Mailbox.Tokens(message.From))
            .AppendHeader("To", Mailbox.Tokens(message.To))
            .AppendHeader("Reply-To", Mailbox.Tokens(message.ReplyTo))
            .AppendHeader("Subject", HeaderText.Unstructured(message.Subject))
            .AppendHeader("Date", [Date(message.Date)])
            .AppendHeader("Message-ID", [$"<{MessageId.Clean(message.MessageId)}>"]);
        foreach (var (name, value) in message.Headers)
        {
            head.AppendHeader(CheckedName(name), HeaderText.Structured(value));
        }

        return head
            .AppendHeader("MIME-Version", ["1.0"])
            .AppendHeader("Content-Type", contentType)
            .ToString();
    }

    private static void WritePart(ArrayBufferWriter<byte> output, string boundary, string mediaType, MailText text)
    {
        Encoding.ASCII.GetBytes(
            $"--{boundary}\r\nContent-Type: {mediaType}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
            output);
        text.Write(output);
        output.Write("\r\n"u8);
    }

    private static string Date(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string CheckedName(string name) =>
        name.Length > 0 && name.All(letter => letter is > ' ' and < '\u007F' and not ':') && !Own.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? name
            : throw new ArgumentException($"'{HeaderText.Clean(name)}' cannot be a further header.", nameof(name));
}

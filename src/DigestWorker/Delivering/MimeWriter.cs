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
        var bytes = new List<ReadOnlyMemory<byte>> { Ascii(Head(message, ["multipart/alternative;", $"boundary=\"{boundary}\""]) + "\r\n") };
        AddPart(bytes, boundary, "text/plain", message.Text);
        AddPart(bytes, boundary, "text/html", message.Html);
        bytes.Add(Ascii($"--{boundary}--\r\n"));
        return Joined(bytes);
    }

    private static byte[] Plain(OutgoingMessage message)
    {
        var head = Head(message, ["text/plain; charset=utf-8"]) + "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
        var bytes = new List<ReadOnlyMemory<byte>> { Ascii(head) };
        message.Text.AddTo(bytes);
        bytes.Add(Ascii("\r\n"));
        return Joined(bytes);
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

    private static void AddPart(List<ReadOnlyMemory<byte>> bytes, string boundary, string mediaType, MailText text)
    {
        bytes.Add(Ascii($"--{boundary}\r\nContent-Type: {mediaType}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"));
        text.AddTo(bytes);
        bytes.Add(Ascii("\r\n"));
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    // Sized once: a mail is as large as many that share its text, and there are a hundred thousand of them.
    private static byte[] Joined(List<ReadOnlyMemory<byte>> bytes)
    {
        var (joined, at) = (GC.AllocateUninitializedArray<byte>(bytes.Sum(part => part.Length)), 0);
        foreach (var part in bytes)
        {
            part.CopyTo(joined.AsMemory(at));
            at += part.Length;
        }

        return joined;
    }

    private static string Date(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string CheckedName(string name) =>
        name.Length > 0 && name.All(letter => letter is > ' ' and < '\u007F' and not ':') && !Own.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? name
            : throw new ArgumentException($"'{HeaderText.Clean(name)}' cannot be a further header.", nameof(name));
}

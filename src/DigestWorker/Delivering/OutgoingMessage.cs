using System.Net.Mail;

namespace DigestWorker.Delivering;

/// <summary>Everything that a mail is made of; <see cref="MimeWriter"/> turns equal values into equal bytes.</summary>
internal sealed record OutgoingMessage
{
    public required MailAddress From { get; init; }

    public required MailAddress To { get; init; }

    public required MailAddress ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets.</summary>
    public required string MessageId { get; init; }

    public required MailText Text { get; init; }

    /// <summary>Null for a mail of plain text alone.</summary>
    public required MailText? Html { get; init; }

    /// <summary>Further headers in order, such as List-Id.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

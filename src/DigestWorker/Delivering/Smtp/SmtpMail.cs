using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace DigestWorker.Delivering.Smtp;

/// <summary>A message and where it goes, in the words of SMTP.</summary>
internal sealed class SmtpMail
{
    public const string NoSmtpUtf8 = "The address has letters beyond ASCII, which this server cannot carry (no SMTPUTF8).";

    private readonly Envelope _envelope;
    private readonly ReadOnlyMemory<byte> _message;
    private readonly Route _route;
    private readonly bool _isEightBit;

    private SmtpMail(Envelope envelope, ReadOnlyMemory<byte> message, Route route)
    {
        (_envelope, _message, _route) = (envelope, message, route);
        (_isEightBit, Stuffed) = (!Ascii.IsValid(message.Span), DotStuffing.Apply(message));
    }

    /// <summary>The message as it goes over the wire, all but the final dot.</summary>
    public ReadOnlyMemory<byte> Stuffed { get; }

    public string RecipientCommand => $"RCPT TO:<{_route.Recipient}>";

    public static bool TryRead(
        Envelope envelope, ReadOnlyMemory<byte> message, [NotNullWhen(true)] out SmtpMail? mail, [NotNullWhen(false)] out TransportReply? refusal)
    {
        mail = Route.TryRead(envelope, out var route, out refusal) ? new SmtpMail(envelope, message, route) : null;
        return mail is not null;
    }

    public bool Is(Envelope envelope, ReadOnlyMemory<byte> message) => _envelope == envelope && _message.Equals(message);

    public string MailCommand(SmtpExtensions offers)
    {
        var size = offers.Size ? string.Create(CultureInfo.InvariantCulture, $" SIZE={_message.Length}") : "";
        var body = offers.EightBitMime && _isEightBit ? " BODY=8BITMIME" : "";
        var utf8 = _route.NeedsUtf8 ? " SMTPUTF8" : "";
        return $"MAIL FROM:<{_route.From}>{size}{body}{utf8}";
    }

    /// <summary>All commands that come before the message, as one piece.</summary>
    public string Envelope(SmtpExtensions offers) => $"{MailCommand(offers)}\r\n{RecipientCommand}\r\nDATA";

    /// <returns>Why a server that offers no more than this cannot carry it; null where it can.</returns>
    public TransportReply? Lack(SmtpExtensions offers) => offers switch
    {
        { SmtpUtf8: false } when _route.NeedsUtf8 => Refused(TransportStage.Recipient, NoSmtpUtf8),
        { EightBitMime: false } when _isEightBit =>
            Refused(TransportStage.Data, "The message has bytes beyond ASCII, which this server cannot carry (no 8BITMIME)."),
        { LargestMessage: { } most } when _message.Length > most =>
            Refused(TransportStage.Data, string.Create(CultureInfo.InvariantCulture, $"The message has {_message.Length:N0} bytes; this server takes {most:N0}.")),
        _ => null,
    };

    private static TransportReply Refused(TransportStage stage, string text) => new(TransportOutcome.Refused, stage, text);
}

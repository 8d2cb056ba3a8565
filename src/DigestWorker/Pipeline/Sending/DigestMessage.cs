using System.Net.Mail;
using DigestWorker.Composing;
using DigestWorker.Delivering;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Sending;

/// <summary>What one person's message has of its own.</summary>
internal sealed record PersonalPart(string Recipient, string? RecipientName, string MessageId, DateTimeOffset ComposedAt, OwnLines Own);

/// <summary>
/// The messages of those who share a profile, whose text is encoded once. Each message is a pure function of its frozen parts,
/// so a retry is byte-identical.
/// </summary>
internal sealed class DigestMessage(Profile profile)
{
    private readonly MailAddress _from = new(profile.Sender), _replyTo = new(profile.ReplyTo);
    private readonly EncodedText _text = Encode(profile.Text), _html = Encode(profile.Html);
    private readonly string _subject = profile.Subject;
    private readonly string? _publicUrl = profile.PublicUrl;
    private readonly bool _textOnly = profile.TextOnly;

    /// <param name="bounces">Where this one delivery comes back to; the sender's address where null.</param>
    public Envelope Envelope(PersonalPart person, string? bounces = null) => new(bounces ?? _from.Address, person.Recipient, person.MessageId);

    public byte[] Write(PersonalPart person) => MimeWriter.Write(new OutgoingMessage
    {
        From = _from,
        To = new MailAddress(person.Recipient, person.RecipientName),
        ReplyTo = _replyTo,
        Subject = _subject,
        Date = person.ComposedAt,
        MessageId = person.MessageId,
        Text = new MailText(_text, PersonalLines.InText(person.Own)),
        Html = _textOnly ? null : new MailText(_html, PersonalLines.InHtml(person.Own)),
        Headers = DigestHeaders.For(
            _from.DisplayName, _from, new WayOut(_replyTo, person.Own.Token, _publicUrl is { } address ? $"{address}/u/{person.Own.Token}" : null)),
    });

    private static EncodedText Encode(string rendered) => new(PersonalSlots.Split(rendered));
}

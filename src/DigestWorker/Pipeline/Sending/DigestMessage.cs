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

    // Those of a team came the same way, and are sent to one after the other.
    private SharedText? _last;

    /// <param name="bounces">Where this one delivery comes back to; the sender's address where null.</param>
    public Envelope Envelope(PersonalPart person, string? bounces = null) => new(bounces ?? _from.Address, person.Recipient, person.MessageId);

    public byte[] Write(PersonalPart person)
    {
        var (shared, alone) = (Shared(person.Own), PersonalLines.Alone(person.Own.Token));
        return MimeWriter.Write(new OutgoingMessage
        {
            From = _from,
            To = Mailbox.Of(person.Recipient, person.RecipientName),
            ReplyTo = _replyTo,
            Subject = _subject,
            Date = person.ComposedAt,
            MessageId = person.MessageId,
            Text = new MailText(shared.Text, alone),
            Html = _textOnly ? null : new MailText(shared.Html, alone),
            Headers = DigestHeaders.For(
                _from.DisplayName, _from, new WayOut(_replyTo, person.Own.Token, _publicUrl is { } address ? $"{address}/u/{person.Own.Token}" : null)),
        });
    }

    private SharedText Shared(OwnLines own)
    {
        var last = _last;
        return last is not null && last.Why == own.Why && last.Notice == own.Notice
            ? last
            : _last = new SharedText(
                own.Why, own.Notice, _text.With(PersonalLines.InText(own.Why, own.Notice)), _html.With(PersonalLines.InHtml(own.Why, own.Notice)));
    }

    private static EncodedText Encode(string rendered) => new(PersonalSlots.Split(rendered));

    private sealed record SharedText(string Why, string Notice, EncodedText Text, EncodedText Html);
}

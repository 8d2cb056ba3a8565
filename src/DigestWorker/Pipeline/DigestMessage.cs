using System.Net.Mail;
using DigestWorker.Composing;
using DigestWorker.Delivering;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline;

/// <summary>What one person's message has of its own.</summary>
internal sealed record PersonalPart(string Recipient, string? RecipientName, string MessageId, DateTimeOffset ComposedAt, string Why, string Token);

/// <summary>The bytes of a digest's message: a pure function of its frozen parts, so a retry is byte-identical.</summary>
internal static class DigestMessage
{
    /// <param name="bounces">Where this one delivery comes back to; the sender's address where null.</param>
    public static Envelope Envelope(Profile profile, PersonalPart person, string? bounces = null) =>
        new(bounces ?? new MailAddress(profile.Sender).Address, person.Recipient, person.MessageId);

    public static byte[] Write(Profile profile, PersonalPart person)
    {
        var from = new MailAddress(profile.Sender);
        var replyTo = new MailAddress(profile.ReplyTo);
        return MimeWriter.Write(new OutgoingMessage
        {
            From = from,
            To = new MailAddress(person.Recipient, person.RecipientName),
            ReplyTo = replyTo,
            Subject = profile.Subject,
            Date = person.ComposedAt,
            MessageId = person.MessageId,
            Text = PersonalLines.FillText(profile.Text, person.Why, person.Token),
            Html = profile.TextOnly ? null : PersonalLines.FillHtml(profile.Html, person.Why, person.Token),
            Headers = DigestHeaders.For(
                from.DisplayName, from, new WayOut(replyTo, person.Token, profile.PublicUrl is { } address ? $"{address}/u/{person.Token}" : null)),
        });
    }
}

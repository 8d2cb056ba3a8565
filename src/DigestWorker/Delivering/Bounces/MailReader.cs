using System.Text;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Delivering.Bounces;

/// <summary>
/// Says what a mail that came in is: a bounce, a complaint, somebody who wants no more, an automatic reply or anything else.
/// The bytes are hostile; whatever they are, there is an answer.
/// </summary>
internal static partial class MailReader
{
    /// <summary>Headers and report come first; what lies beyond is the mail that came back.</summary>
    public const int MostBytes = 1_000_000;

    private static readonly string[] AutoReplyFields = ["X-Autoreply", "X-Autorespond", "X-Autoresponder"];

    public static IncomingMail Read(ReadOnlySpan<byte> message)
    {
        var mail = MimePart.Read(Encoding.Latin1.GetString(message[..Math.Min(message.Length, MostBytes)]).AsMemory());
        return Report(mail) ?? Unsubscribe(mail) ?? new IncomingMail(IsAutoReply(mail.Headers) ? BounceKind.AutoReply : BounceKind.Other, null, []);
    }

    private static IncomingMail? Report(MimePart mail)
    {
        if (mail.Tree().FirstOrDefault(part => part.Type.Name is "multipart/report") is not { } report)
        {
            return null;
        }

        return StatusReport.Read(report) is { } status ? new IncomingMail(status.Kind, status.Code?.ToString(), BounceAddress.TokensOf(mail.Headers))
            : FeedbackReport.Read(report) is { } feedback
                ? new IncomingMail(feedback.Kind, null, [.. BounceAddress.Tokens(feedback.Senders), .. BounceAddress.TokensOf(mail.Headers)])
            : null;
    }

    private static IncomingMail? Unsubscribe(MimePart mail) =>
        UnsubscribeSubject().Match(mail.Headers["Subject"] ?? "") is { Success: true } match
            ? new IncomingMail(BounceKind.Unsubscribe, null, [match.Groups["token"].Value])
            : null;

    private static bool IsAutoReply(MailHeaders headers) =>
        (headers["Auto-Submitted"] is { } submitted && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || "auto_reply".Equals(headers["Precedence"], StringComparison.OrdinalIgnoreCase)
        || AutoReplyFields.Any(field => headers[field] is not null);

    // As List-Unsubscribe has it: DigestHeaders.
    [GeneratedRegex(@"\bstop-(?<token>[0-9a-f]{32})\b", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex UnsubscribeSubject();
}

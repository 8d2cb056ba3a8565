using System.Net;
using System.Net.Mail;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>Mail to the admin: some sentences without an address, and the verb that shows more.</summary>
internal sealed partial class AdminMail(
    DigestSettings settings, Func<DeliverySettings, IMailTransport> transports, TimeProvider time, ILogger<AdminMail> logger)
{
    private const int MostWords = 50;

    /// <returns>False when the mail could not be handed over; true also where the settings name no address to tell.</returns>
    public async Task<bool> SendAsync(string subject, IReadOnlyList<string> words, string seeAlso, CancellationToken cancellationToken)
    {
        if (settings.Alerts.To is not { } address)
        {
            return true;
        }

        var message = Message(new MailAddress(address), subject, [.. Shown(words), seeAlso]);
        await using var transport = transports(settings.Delivery);
        var envelope = new Envelope(message.From.Address, message.To.Address, message.MessageId);
        var reply = await transport.SendAsync(envelope, MimeWriter.Write(message), cancellationToken);
        if (reply.Outcome != TransportOutcome.Accepted)
        {
            NotTold(reply.Stage, EmailAddress.Without(reply.Text));
        }

        // What is in doubt has most likely arrived, and a second one would tell nothing.
        return reply.Outcome is TransportOutcome.Accepted or TransportOutcome.Unknown;
    }

    private static IEnumerable<string> Shown(IReadOnlyList<string> words) => words.Take(MostWords).Select(EmailAddress.Without)
        .Concat(words.Count > MostWords ? [$"And {words.Count - MostWords} more."] : []);

    private OutgoingMessage Message(MailAddress admin, string subject, IReadOnlyList<string> words)
    {
        var (from, now) = (new MailAddress(settings.Delivery.From), time.GetUtcNow());
        return new OutgoingMessage
        {
            From = from,
            To = admin,
            ReplyTo = from,
            Subject = subject,
            Date = now,
            MessageId = $"alert-{MessageId.Hash($"{string.Join('|', words)}|{now:O}", 16)}@{EmailAddress.AsciiDomain(from.Host)}",
            Text = string.Join("\n\n", words) + "\n",
            Html = MailText.Of(Html(subject, words)),
            Headers = DigestHeaders.ForLetter(wayOut: null),
        };
    }

    // No template: it has to tell of a template that is broken, too.
    private static string Html(string subject, IEnumerable<string> words) => $$"""
        <!DOCTYPE html>
        <html lang="en-GB" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{WebUtility.HtmlEncode(subject)}}</title>
        <style>:root{color-scheme:light dark}</style>
        </head>
        <body lang="en-GB" dir="ltr" style="margin:0;padding:0">
        <div role="article" aria-roledescription="email" aria-label="{{WebUtility.HtmlEncode(subject)}}" lang="en-GB" dir="ltr" style="max-width:600px;margin:0 auto;padding:24px;font:16px/25px Arial,Helvetica,sans-serif;overflow-wrap:anywhere">
        <h1 style="margin:0 0 16px;font-size:24px;line-height:30px">{{WebUtility.HtmlEncode(subject)}}</h1>
        {{string.Join('\n', words.Select(line => $"<p style=\"margin:0 0 16px\">{WebUtility.HtmlEncode(line)}</p>"))}}
        </div>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    [LoggerMessage(Level = LogLevel.Error, Message = "The admin could not be told (stage {Stage}): {Reply}")]
    private partial void NotTold(TransportStage stage, string reply);
}

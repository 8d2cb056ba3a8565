using System.Net;
using System.Net.Mail;
using DigestWorker.Delivering;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>The mail that tells the admin of sources in trouble or back again.</summary>
internal static class AdminMessage
{
    public static OutgoingMessage Of(DigestSettings settings, MailAddress admin, IReadOnlyList<SourceAlert> alerts, DateTimeOffset now)
    {
        var from = new MailAddress(settings.Delivery.From);
        var id = MessageId.Hash(string.Join('|', alerts.Select(alert => $"{alert.Source}:{alert.State}").Append($"{now:O}")), 16);
        return new OutgoingMessage
        {
            From = from,
            To = admin,
            ReplyTo = from,
            Subject = alerts.Count == 1 ? $"Digest source: {alerts[0].Source}" : $"Digest sources: {alerts.Count} have changed",
            Date = now,
            MessageId = $"alert-{id}@{AddressSpec.AsciiDomain(from.Host)}",
            Text = string.Join("\n\n", alerts.Select(alert => alert.Words)) + "\n\n'sources list' shows all of them.\n",
            Html = $"<p>{string.Join("</p><p>", alerts.Select(alert => WebUtility.HtmlEncode(alert.Words)))}</p>"
                + "<p>'sources list' shows all of them.</p>",
            Headers = [new("Auto-Submitted", "auto-generated")],
        };
    }
}

using System.Net;
using DigestWorker.Settings;

namespace DigestWorker.Delivering.Smtp;

/// <summary>Where the server is, and the rule that mail leaves this machine over TLS only.</summary>
internal static class SmtpServer
{
    public static TransportReply? RefusePlainText(SmtpSettings settings, IEnumerable<IPAddress> addresses) =>
        settings.Security == SmtpSecurity.None && !addresses.All(IPAddress.IsLoopback)
            ? new TransportReply(
                TransportOutcome.Refused,
                TransportStage.Tls,
                "Nothing was sent: Delivery:Smtp:Security may be None only where the server is on this machine.")
            : null;
}

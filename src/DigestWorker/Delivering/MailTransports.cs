using DigestWorker.Delivering.Dkim;
using DigestWorker.Delivering.Pickup;
using DigestWorker.Settings;
#if MAILKIT
using DigestWorker.Delivering.MailKit;
#else
using DigestWorker.Delivering.Smtp;
#endif

namespace DigestWorker.Delivering;

/// <summary>The one place that knows which transport is in use; see docs/adr/0002-mail-transports.md.</summary>
internal static class MailTransports
{
    public static IMailTransport Create(DeliverySettings settings, TimeProvider time) =>
        settings.Dkim.Key is null ? Bare(settings) : new SigningTransport(Bare(settings), new DkimSigner(settings.Dkim, time));

    private static IMailTransport Bare(DeliverySettings settings) => settings.Transport switch
    {
        TransportKind.Pickup => new PickupFolderTransport(settings.PickupFolder),
#if MAILKIT
        _ => new MailKitTransport(settings.Smtp),
#else
        _ => new SubmissionTransport(settings.Smtp, SmtpTimeouts.Rfc5321),
#endif
    };
}

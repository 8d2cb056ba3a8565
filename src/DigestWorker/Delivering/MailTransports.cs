using DigestWorker.Delivering.Dkim;
using DigestWorker.Delivering.OAuth;
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
        settings.Dkim.Key is null ? Bare(settings, time) : new SigningTransport(Bare(settings, time), new DkimSigner(settings.Dkim, time));

    private static IMailTransport Bare(DeliverySettings settings, TimeProvider time) => settings.Transport switch
    {
        TransportKind.Pickup => new PickupFolderTransport(settings.PickupFolder),
#if MAILKIT
        _ => new MailKitTransport(settings.Smtp, tokens: AccessTokens.For(settings.Smtp.OAuth, time)),
#else
        _ => new SubmissionTransport(settings.Smtp, SmtpTimeouts.Rfc5321, tokens: AccessTokens.For(settings.Smtp.OAuth, time)),
#endif
    };
}

#if MAILKIT
using DigestWorker.Delivering;
using DigestWorker.Delivering.MailKit;
using DigestWorker.Delivering.OAuth;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.MailKit;

public sealed class MailKitTransportTests : OAuthMailServerContract
{
    private protected override IMailTransport Create(SmtpSettings settings, bool trusting) =>
        new MailKitTransport(settings, trusting ? SmtpSink.Trust : null, AccessTokens.For(settings.OAuth, TimeProvider.System));
}
#endif

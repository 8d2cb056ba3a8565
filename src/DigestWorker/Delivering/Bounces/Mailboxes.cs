using DigestWorker.Settings;
#if MAILKIT
using DigestWorker.Delivering.MailKit;
#endif

namespace DigestWorker.Delivering.Bounces;

/// <summary>The one place that knows which mailbox bounces come back to.</summary>
internal static class Mailboxes
{
    /// <returns>Null where the settings name none.</returns>
    public static IMailbox? Open(DeliverySettings settings) => settings switch
    {
        { BounceMaildir: { } folder } => new Maildir(folder),
#if MAILKIT
        { BounceImap.Host: not null } => new ImapMailbox(settings.BounceImap),
#endif
        _ => null,
    };
}

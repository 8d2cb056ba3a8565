using DigestWorker.Delivering.Bounces;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>What the clock asks for: reads the mailbox of the settings, and lets the admin know where that cannot be done.</summary>
internal sealed class FetchBounces(DigestSettings settings, ReadBounces read, TellBounces tell)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        using var mailbox = Mailboxes.Open(settings.Delivery);
        if (mailbox is not null)
        {
            await tell.RunAsync(read.Run(mailbox, stopping), stopping);
        }
    }
}

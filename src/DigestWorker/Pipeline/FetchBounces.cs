using DigestWorker.Delivering.Bounces;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>What the clock asks for: reads the mailbox of the settings, and lets the admin know where that cannot be done.</summary>
internal sealed class FetchBounces(DigestSettings settings, ReadBounces read, NoteTroubles note)
{
    public void Run(CancellationToken stopping)
    {
        using var mailbox = Mailboxes.Open(settings.Delivery);
        if (mailbox is not null)
        {
            note.Run(TroubleTopic.Bounces, read.Run(mailbox, stopping).Fault is { } fault ? [new(TroubleTopic.Bounces, "mailbox", fault)] : []);
        }
    }
}

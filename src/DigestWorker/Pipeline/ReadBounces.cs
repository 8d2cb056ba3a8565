using System.Security.Cryptography;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Reads the mailbox that bounces come back to. Each mail's effect is kept before the mail is put aside, and only once, so that
/// a run that is cut off between the two is simply repeated.
/// </summary>
internal sealed partial class ReadBounces(Bounces bounces, Instruments instruments, TimeProvider time, ILogger<ReadBounces> logger)
{
    public BounceReport Run(IMailbox mailbox, CancellationToken stopping)
    {
        var report = BounceReport.Nothing;
        try
        {
            foreach (var name in mailbox.New().TakeWhile(_ => !stopping.IsCancellationRequested))
            {
                report = report.And(Keep(mailbox, name));
                mailbox.Move(name);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            report = report with { Fault = $"The mailbox {mailbox.Name} cannot be worked on: {fault.Message} {mailbox.Needs}" };
        }

        if (report.Read + report.Unreadable > 0)
        {
            Done(report.Read, report.Ended, report.Known, report.Unreadable);
        }

        return report;
    }

    /// <returns>Null for a mail that cannot be read.</returns>
    private KeptMail? Keep(IMailbox mailbox, string name)
    {
        try
        {
            var mail = mailbox.Read(name);
            var kept = bounces.Keep(SHA256.HashData(mail), MailReader.Read(mail), time.GetUtcNow());
            if (kept.IsNew)
            {
                instruments.Bounce(kept.Kind);
            }

            return kept;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Bounces: {Read} mails read, {Ended} subscribers get nothing more, {Known} known before, {Unreadable} unreadable")]
    private partial void Done(int read, int ended, int known, int unreadable);
}

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
                report = TakeIn(mailbox, name, report);
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

    // What cannot be read now stays where it is: it may be somebody's wish to stop.
    private BounceReport TakeIn(IMailbox mailbox, string name, BounceReport report)
    {
        KeptMail? kept;
        try
        {
            kept = Keep(mailbox, name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return report.And(null) with { Fault = $"A mail in {mailbox.Name} cannot be read and is left there: {fault.Message} {mailbox.Needs}" };
        }

        mailbox.Move(name);
        return report.And(kept);
    }

    /// <returns>Null for a mail that is not there.</returns>
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
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Bounces: {Read} mails read, {Ended} subscribers get nothing more, {Known} known before, {Unreadable} unreadable")]
    private partial void Done(int read, int ended, int known, int unreadable);
}

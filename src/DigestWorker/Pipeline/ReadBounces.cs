using System.Security.Cryptography;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Reads the mailbox that bounces come back to. Each mail's effect is kept before the mail is put aside, and only once, so that
/// a run that is cut off between the two is simply repeated.
/// </summary>
internal sealed partial class ReadBounces(Bounces bounces, TimeProvider time, ILogger<ReadBounces> logger)
{
    public BounceReport Run(string folder, CancellationToken stopping)
    {
        var report = BounceReport.Nothing;
        try
        {
            var maildir = new Maildir(folder);
            foreach (var name in maildir.New().TakeWhile(_ => !stopping.IsCancellationRequested))
            {
                report = report.And(Keep(maildir, name));
                maildir.Move(name);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            report = report with { Fault = Words(folder, fault) };
        }

        if (report.Read + report.Unreadable > 0)
        {
            Done(report.Read, report.Ended, report.Known, report.Unreadable);
        }

        return report;
    }

    /// <returns>Null for a mail that cannot be read.</returns>
    private KeptMail? Keep(Maildir maildir, string name)
    {
        try
        {
            var mail = maildir.Read(name);
            return bounces.Keep(SHA256.HashData(mail), MailReader.Read(mail), time.GetUtcNow());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Words(string folder, Exception fault) =>
        $"The mailbox {folder} cannot be worked on: {fault.Message} It has to be a maildir whose 'new' and 'cur' this program may read and write.";

    [LoggerMessage(Level = LogLevel.Information, Message = "Bounces: {Read} mails read, {Ended} subscribers get nothing more, {Known} known before, {Unreadable} unreadable")]
    private partial void Done(int read, int ended, int known, int unreadable);
}

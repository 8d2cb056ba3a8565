using DigestWorker.Delivering.Bounces;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Takes away what is held about people when the settings say that its time is over (UK GDPR 5(1)(e)).</summary>
internal sealed partial class ApplyRetention(
    DigestSettings settings, Retention editions, PersonalRetention people, TimeProvider time, ILogger<ApplyRetention> logger)
{
    public void Run()
    {
        var (keep, now) = (settings.Storage.Retention, time.GetUtcNow());
        var rows = now.AddMonths(-keep.DeliveryMonths);
        editions.EmptyMails(now.AddDays(-keep.MailDays));
        editions.DropDeliveries(rows);
        people.DropConfirmations(now.AddDays(-keep.ConfirmationDays), now);
        people.EmptyLetters(asked: now.AddDays(-keep.ConfirmationDays), sent: now.AddDays(-keep.MailDays));
        people.DropLetters(rows);
        if (people.AnonymiseEnded(now.AddMonths(-keep.SubscriberMonths), now) is > 0 and var count)
        {
            Anonymised(count);
        }

        if (settings.Storage.KeepMonths > 0)
        {
            editions.ForgetSent(now.AddMonths(-Math.Max(settings.Storage.KeepMonths, keep.DeliveryMonths)));
        }

        people.DropErased();
        editions.DropRest(rows);
        DropBounces(now.AddDays(-keep.BounceDays));
    }

    private void DropBounces(DateTimeOffset before)
    {
        editions.DropBounces(before);
        if (settings.Delivery.BounceMaildir is not { } folder)
        {
            return;
        }

        try
        {
            using var maildir = new Maildir(folder);
            maildir.DeleteRead(before);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotDeleted(fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing is held any more about {People} people whose subscription ended long ago")]
    private partial void Anonymised(int people);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails that came back long ago could not be deleted: {Reason}")]
    private partial void NotDeleted(string reason);
}

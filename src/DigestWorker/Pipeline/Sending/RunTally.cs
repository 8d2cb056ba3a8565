using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>What came of the mails of one run so far, and why it had better stop. For one at a time.</summary>
internal sealed partial class RunTally(Instruments instruments, ILogger logger)
{
    private string? _lastTrouble;

    public SendReport Report { get; private set; } = new(0, 0, 0, 0);

    public bool HasStopped => Report.Stopped is not null;

    public void Count(DueDelivery delivery, DeliveryState state)
    {
        Report = Report.And(state);
        instruments.Delivery(state);
        Noted(delivery.Id, delivery.DigestId, state);
    }

    /// <summary>What a server said of the last mail that it did not take.</summary>
    public void Remember(TransportReply trouble) => _lastTrouble = trouble.Text;

    /// <summary>The first reason stays.</summary>
    public void Stop(string because)
    {
        // Servers repeat addresses, and this is logged, mailed and shown.
        Report = Report with { Stopped = Report.Stopped ?? EmailAddress.Without(_lastTrouble is null ? because : $"{because}; the last trouble was: {_lastTrouble}") };
    }

    /// <summary>The server refused before a recipient was named, so it would refuse everybody.</summary>
    public void StopOver(TransportReply refusal) => Stop(refusal.Stage switch
    {
        TransportStage.Auth => $"the mail server refused the log-in: {refusal.Text}",
        TransportStage.Tls => $"the connection to the mail server could not be made safe: {refusal.Text}",
        TransportStage.Mail => $"the mail server refused the sender's address: {refusal.Text}",
        _ => $"the mail server refused the connection: {refusal.Text}",
    });

    [LoggerMessage(Level = LogLevel.Debug, Message = "Delivery {DeliveryId} of digest {DigestId}: {Outcome}")]
    private partial void Noted(long deliveryId, long digestId, DeliveryState outcome);
}

using DigestWorker.Delivering;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>Sends whatever the database says is due, over as many connections as the settings allow.</summary>
internal sealed partial class SendDeliveries(
    DigestSettings settings,
    Database database,
    Deliveries deliveries,
    Bounces bounces,
    Profiles profiles,
    SendingPauses pauses,
    MailRate rate,
    Instruments instruments,
    TimeProvider time,
    ILogger<SendDeliveries> logger)
{
    private TimeSpan TooLate => TimeSpan.FromDays(settings.Delivery.TooLateDays);

    /// <summary>
    /// Before an edition is composed, so that it covers what went nowhere: takes over what a dead sender had claimed, and holds what is
    /// too late. Whoever sends just now has done so.
    /// </summary>
    public void Sweep()
    {
        using var held = database.TrySend();
        if (held is not null)
        {
            deliveries.TakeOver();
            deliveries.HoldLate(time.GetUtcNow() - TooLate);
        }
    }

    /// <returns>Null where this process sends already or another one keeps it from that; what is due goes out by that run or a later one.</returns>
    public async Task<SendReport?> RunAsync(SendingOrder order, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var held = database.TrySend();
        if (held is null)
        {
            MayNotSend();
            return null;
        }

        var now = time.GetUtcNow();
        if (!order.ByHand && pauses.InForce(now) is { } pause)
        {
            return new SendReport(0, 0, 0, 0) { Stopped = pause.Reason };
        }

        deliveries.TakeOver();
        var late = order.ByHand ? 0 : deliveries.HoldLate(now - TooLate);
        var report = await SendAsync(order, held, progress, cancellationToken);
        NotePause(report);
        return Told(report with { Held = report.Held + late });
    }

    private async Task<SendReport> SendAsync(SendingOrder order, ISender sender, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var span = instruments.Span("send digests");
        using var ledger = new SendingLedger(database, sender, order.Connections);
        var slowed = new SlowedDomains(time);
        var outcome = new NoteOutcome(ledger, bounces, slowed, instruments, time, logger);
        var due = new DueMails(ledger, new DigestMessages(settings.Delivery, profiles), outcome, time);
        var transports = Enumerable.Range(0, order.Connections).Select(_ => order.Open()).ToList();
        try
        {
            var lanes = transports.Select(transport => new Lane(transport, ledger, outcome, rate, slowed, instruments, new SafeList(settings.Delivery.OnlyTo)));
            await SendAsync([.. lanes.Select(lane => lane.RunAsync(due, progress, cancellationToken))], due, outcome);
        }
        finally
        {
            await Task.WhenAll(transports.Select(transport => transport.DisposeAsync().AsTask()));
        }

        return outcome.Report;
    }

    private static async Task SendAsync(IReadOnlyCollection<Task<bool>> lanes, DueMails due, NoteOutcome outcome)
    {
        bool[] haveTaken = [];
        try
        {
            haveTaken = await Task.WhenAll(lanes);
        }
        finally
        {
            // What one connection was refused is no trouble where another brought its own to an end.
            if (due.GiveBack() > 0 && !haveTaken.Contains(true))
            {
                outcome.Stop("the mail server takes no more mail for now");
            }

            outcome.Close();
        }
    }

    // A run that found nothing to try proves nothing while another worker tries.
    private void NotePause(SendReport report)
    {
        if (report.Stopped is { } because)
        {
            Paused(because, pauses.Begin(because, time.GetUtcNow()).Until);
        }
        else if (report.Total > 0 || !deliveries.AreUnderWay(time.GetUtcNow()))
        {
            pauses.End();
        }
    }

    private SendReport Told(SendReport report)
    {
        if (report.Total > 0)
        {
            Done(report.Sent, report.Deferred, report.Failed, report.Suppressed, report.Held);
        }

        return report;
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Deliveries: {Sent} sent, {Deferred} put off, {Failed} failed, {Suppressed} suppressed, {Held} held")]
    private partial void Done(int sent, int deferred, int failed, int suppressed, int held);

    // Where several workers help, each finds itself sending already at every look.
    [LoggerMessage(Level = LogLevel.Debug, Message = "Nothing is sent by this run: another one sends from this database, or a process works on it alone")]
    private partial void MayNotSend();

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending is paused until {Until:u}: {Reason}")]
    private partial void Paused(string reason, DateTimeOffset until);
}

/// <param name="Open">Gives a connection of its own at each call; the run closes it.</param>
/// <param name="ByHand">An admin asks: nothing is too late, and no pause is waited for.</param>
internal sealed record SendingOrder(Func<IMailTransport> Open, int Connections, bool ByHand);

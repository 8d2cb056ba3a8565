using DigestWorker.Delivering;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>Writes down what came of each mail of one run, counts it, and says when the run had better stop. One at a time.</summary>
internal sealed partial class NoteOutcome(
    SendingLedger ledger, Bounces bounces, SlowedDomains slowed, Instruments instruments, TimeProvider time, ILogger logger)
{
    private readonly Lock _turn = new();
    private readonly RunHealth _health = new();
    private readonly RunTally _tally = new(instruments, logger);

    public SendReport Report => _tally.Report;

    public bool HasStopped => _tally.HasStopped;

    public async Task NoteAsync(DueDelivery delivery, TransportReply reply)
    {
        if (reply.Outcome == TransportOutcome.Accepted)
        {
            await ledger.SentAsync(delivery, reply.Text, time.GetUtcNow());
        }

        lock (_turn)
        {
            switch (reply)
            {
                case { Outcome: TransportOutcome.Accepted }:
                    _tally.Count(delivery, DeliveryState.Sent);
                    Mark(_health.Succeeded());
                    break;
                case { Outcome: TransportOutcome.Refused, Stage: <= TransportStage.Mail }:
                    ledger.GiveBack(delivery);
                    _tally.StopOver(reply);
                    break;
                case { Outcome: TransportOutcome.Refused }:
                    Refuse(delivery, reply);
                    break;
                default:
                    PutOff(delivery, reply);
                    break;
            }

            StopOverTrouble();
        }
    }

    /// <summary>What is wrong with one counts as its recipient's refusal once another goes out; with twenty in a row, as the run's trouble.</summary>
    public void NotMade(DueDelivery delivery, Exception fault)
    {
        lock (_turn)
        {
            Unmade(delivery.Id, fault.GetType().Name);
            Refuse(delivery, new TransportReply(TransportOutcome.Refused, TransportStage.Data, $"The mail could not be made: {fault.Message}"), isOurs: true);
            StopOverTrouble();
        }
    }

    /// <summary>The subscription has ended since, or is paused.</summary>
    public void Suppress(DueDelivery delivery)
    {
        lock (_turn)
        {
            ledger.Suppress(delivery, "The subscription had ended or was paused.");
            _tally.Count(delivery, DeliveryState.Suppressed);
        }
    }

    public void Hold(DueDelivery delivery, string because)
    {
        lock (_turn)
        {
            ledger.Hold(delivery, because);
            _tally.Count(delivery, DeliveryState.Held);
        }
    }

    public void WaitFor(DueDelivery delivery, DateTimeOffset until)
    {
        lock (_turn)
        {
            ledger.Postpone(delivery, "The server asked to slow down for this domain.", until);
            _tally.Count(delivery, DeliveryState.Deferred);
        }
    }

    public void Stop(string because)
    {
        lock (_turn)
        {
            _tally.Stop(because);
        }
    }

    /// <summary>The end of the run: refusals that nothing came after count, unless the run stopped over them or no server has said so.</summary>
    public void Close()
    {
        lock (_turn)
        {
            var row = _health.TakeRow().ToLookup(refusal => HasStopped || refusal.IsOurs);
            Mark([.. row[false]]);
            foreach (var refusal in row[true])
            {
                Again(refusal.Delivery, refusal.Reply, RetryRule.After(refusal.Delivery.Attempts + 1, time.GetUtcNow()));
            }
        }
    }

    private void Refuse(DueDelivery delivery, TransportReply reply, bool isOurs = false)
    {
        _tally.Remember(reply);
        _health.Refused(delivery, reply, isOurs);
    }

    private void StopOverTrouble()
    {
        if (_health.Trouble is { } trouble)
        {
            _tally.Stop(trouble);
        }
    }

    private void PutOff(DueDelivery delivery, TransportReply reply)
    {
        _tally.Remember(reply);
        var until = RetryRule.After(delivery.Attempts + 1, time.GetUtcNow());
        if (reply.Outcome == TransportOutcome.Unknown && delivery.Doubts >= RetryRule.MostInDoubt)
        {
            Hold(delivery, $"It may have arrived: {delivery.Doubts} times the mail server had all of it, and its answer was lost.");
        }
        else
        {
            Again(delivery, reply, until);
        }

        if (SlowedDomains.IsAboutRate(reply))
        {
            slowed.Slow(delivery.Domain, until);
        }

        if (reply.IsBroken || reply.Stage <= TransportStage.Mail)
        {
            _health.Broke();
        }
        else
        {
            _health.PutOff();
        }
    }

    private void Again(DueDelivery delivery, TransportReply reply, DateTimeOffset dueAt)
    {
        ledger.Again(delivery, reply.Text, dueAt);
        _tally.Count(delivery, DeliveryState.Deferred);
    }

    private void Mark(IReadOnlyList<RunHealth.Refusal> refusals)
    {
        foreach (var (delivery, reply, _) in refusals)
        {
            if (StatusCode.OfReply(reply.Text) is { } code && reply.Stage == TransportStage.Recipient)
            {
                bounces.KeepReply(delivery.Id, code.AtRecipient, code.ToString(), time.GetUtcNow());
                instruments.Bounce(code.AtRecipient);
            }

            ledger.Fail(delivery, reply.Text);
            _tally.Count(delivery, DeliveryState.Failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail of delivery {DeliveryId} could not be made: {Fault}")]
    private partial void Unmade(long deliveryId, string fault);
}

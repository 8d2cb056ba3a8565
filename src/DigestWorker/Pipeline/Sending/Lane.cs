using System.Data.Common;
using System.Diagnostics;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>Sends over one connection, one mail after the other, until there are no more or the server will not have them.</summary>
internal sealed class Lane(
    IMailTransport transport, SendingLedger ledger, NoteOutcome outcome, MailRate rate, SlowedDomains slowed, Instruments instruments, SafeList safeList)
{
    // What the connection did to a mail is tried again at once; a server that is busy gets a little time.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private bool _serverTakes;

    /// <returns>Whether the server took mail over this connection until nothing was left.</returns>
    public async Task<bool> RunAsync(DueMails due, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // Lanes begin side by side, though each works without waiting as long as it can.
        await Task.Yield();
        var mails = new NextMails(due);
        try
        {
            while (!outcome.HasStopped && mails.Take() is { } prepared && await SendAsync(prepared, mails, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(outcome.Report.Total);
            }

            return _serverTakes;
        }
        catch (DbException)
        {
            // What cannot be noted may not be sent, over any connection.
            outcome.Stop("the database failed");
            throw;
        }
        finally
        {
            mails.GiveBack();
        }
    }

    /// <returns>False where the server takes nothing more over this connection.</returns>
    private async Task<bool> SendAsync(PreparedDelivery prepared, NextMails mails, CancellationToken cancellationToken)
    {
        var delivery = prepared.Delivery;
        if (safeList.Keeps(delivery.Recipient) is { } because)
        {
            outcome.Hold(delivery, because);
        }
        else if (slowed.Until(delivery.Domain) is { } until)
        {
            outcome.WaitFor(delivery, until);
        }
        else
        {
            await rate.WaitTurnAsync(delivery.Domain, cancellationToken);
            return await TryAsync(prepared, mails, cancellationToken);
        }

        return true;
    }

    // Mails are made while the server is busy, and begun on where they need not wait for their turn.
    private void LookAhead(NextMails mails)
    {
        transport.Meanwhile(mails.Fill);
        if (mails.First is { } next && rate.IsFree && slowed.Until(next.Delivery.Domain) is null && safeList.Keeps(next.Delivery.Recipient) is null)
        {
            transport.Expect(next.Envelope, next.Message);
        }
    }

    private async Task<bool> TryAsync(PreparedDelivery prepared, NextMails mails, CancellationToken cancellationToken)
    {
        var delivery = prepared.Delivery;
        for (var tries = 0; ; tries++)
        {
            switch (ledger.Standing(delivery))
            {
                case ClaimStanding.Lost:
                    return true;
                case ClaimStanding.Unwanted:
                    outcome.Suppress(delivery);
                    return true;
            }

            LookAhead(mails);
            var reply = await MeasureAsync(prepared, cancellationToken);
            delivery = reply.Outcome == TransportOutcome.Unknown ? delivery with { IsInDoubt = true, Doubts = delivery.Doubts + 1 } : delivery;
            _serverTakes = reply is not { Outcome: TransportOutcome.Deferred, Stage: <= TransportStage.Mail };
            if (tries >= Repeats(delivery, reply) || (_serverTakes && !reply.IsBroken))
            {
                await outcome.NoteAsync(delivery, reply);
                return _serverTakes;
            }

            await Task.Delay(Pauses[tries], cancellationToken);
        }
    }

    // Once a server may have it, each is perhaps one more copy.
    private static int Repeats(DueDelivery delivery, TransportReply reply) =>
        reply.Outcome != TransportOutcome.Unknown ? Pauses.Length : delivery.Doubts > 1 ? 0 : 1;

    private async Task<TransportReply> MeasureAsync(PreparedDelivery prepared, CancellationToken cancellationToken)
    {
        using var span = instruments.Span("send digest")?.SetTag("digestworker.delivery", prepared.Delivery.Id).SetTag("digestworker.digest", prepared.Delivery.DigestId);
        var started = Stopwatch.GetTimestamp();
        var reply = await transport.SendAsync(prepared.Envelope, prepared.Message, cancellationToken);
        instruments.Mailed(Stopwatch.GetElapsedTime(started));
        span?.SetTag("digestworker.outcome", reply.Outcome.ToString().ToLowerInvariant());
        return reply;
    }
}

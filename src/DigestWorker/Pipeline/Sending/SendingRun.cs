using System.Threading.Channels;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>One run: claims what is due, makes the mails ahead of the connections, and gives back what was not sent.</summary>
internal sealed class SendingRun(SendingLedger ledger, DigestMessages messages, NoteOutcome outcome, TimeProvider time)
{
    private const int Batch = 200, MadeAhead = 32;

    private readonly Channel<PreparedDelivery> _due = Channel.CreateBounded<PreparedDelivery>(MadeAhead);

    public async Task RunAsync(IReadOnlyList<Lane> lanes, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var lanesLeft = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var making = Task.Run(() => MakeAsync(progress, lanesLeft.Token), CancellationToken.None);
        try
        {
            await Task.WhenAll(lanes.Select(lane => lane.RunAsync(_due.Reader, cancellationToken)));
        }
        finally
        {
            await lanesLeft.CancelAsync();
            GiveBack(await making);
            outcome.Close();
            progress?.Report(outcome.Report.Total);
        }
    }

    /// <returns>What was claimed and not made.</returns>
    private async Task<IReadOnlyCollection<DueDelivery>> MakeAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var claimed = new Queue<DueDelivery>();
        try
        {
            while (Refill(claimed))
            {
                progress?.Report(outcome.Report.Total);
                while (claimed.TryPeek(out var next))
                {
                    await _due.Writer.WriteAsync(messages.Prepare(next), cancellationToken);
                    claimed.Dequeue();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // No connection is left to send over, or the program stops.
        }
        finally
        {
            _due.Writer.Complete();
        }

        return claimed;
    }

    private void GiveBack(IReadOnlyCollection<DueDelivery> claimed)
    {
        List<DueDelivery> left = [.. claimed];
        while (_due.Reader.TryRead(out var made))
        {
            left.Add(made.Delivery);
        }

        left.ForEach(ledger.GiveBack);
        if (left.Count > 0)
        {
            outcome.Stop("the mail server takes no more mail for now");
        }
    }

    private bool Refill(Queue<DueDelivery> claimed)
    {
        if (outcome.HasStopped)
        {
            return false;
        }

        foreach (var delivery in ledger.Claim(time.GetUtcNow(), Batch))
        {
            claimed.Enqueue(delivery);
        }

        return claimed.Count > 0;
    }
}

using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>What is due, claimed batch by batch and handed to whichever connection is free.</summary>
internal sealed class DueMails(SendingLedger ledger, DigestMessages messages, TimeProvider time)
{
    public const int Batch = 200;

    private readonly Lock _turn = new();
    private readonly Queue<DueDelivery> _claimed = new();

    /// <returns>Null when nothing more is due.</returns>
    public PreparedDelivery? Next()
    {
        DueDelivery? next;
        lock (_turn)
        {
            if (_claimed.Count == 0)
            {
                Claim();
            }

            _claimed.TryDequeue(out next);
        }

        return next is null ? null : messages.Prepare(next);
    }

    /// <summary>Takes back what was handed out and not tried.</summary>
    public void Return(PreparedDelivery untried)
    {
        lock (_turn)
        {
            _claimed.Enqueue(untried.Delivery);
        }
    }

    /// <summary>The end of a run: what was claimed and not handed out is as if it had never been claimed.</summary>
    /// <returns>How many there were.</returns>
    public int GiveBack()
    {
        lock (_turn)
        {
            foreach (var delivery in _claimed)
            {
                ledger.GiveBack(delivery);
            }

            return _claimed.Count;
        }
    }

    private void Claim()
    {
        foreach (var delivery in ledger.Claim(time.GetUtcNow(), Batch))
        {
            _claimed.Enqueue(delivery);
        }
    }
}

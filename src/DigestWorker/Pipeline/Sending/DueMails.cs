using System.Data.Common;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>What is due, claimed batch by batch and handed to whichever connection is free.</summary>
internal sealed class DueMails(SendingLedger ledger, DigestMessages messages, NoteOutcome outcome, TimeProvider time)
{
    /// <summary>Claimed at once where mails go out quickly.</summary>
    public const int Batch = 200;

    // Where they do not, little is claimed ahead: nobody else can send it, and a worker with nothing left would wait for another's rest.
    private const int LeastBatch = 25;

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private readonly Lock _turn = new();
    private readonly Queue<DueDelivery> _claimed = new();
    private int _batch = LeastBatch;
    private DateTimeOffset _claimedAt;

    /// <returns>Null when nothing more is due.</returns>
    public PreparedDelivery? Next()
    {
        while (!outcome.HasStopped && NextClaimed() is { } next)
        {
            if (Prepare(next) is { } mail)
            {
                return mail;
            }
        }

        return null;
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

    private DueDelivery? NextClaimed()
    {
        lock (_turn)
        {
            if (_claimed.Count == 0)
            {
                Claim();
            }

            return _claimed.TryDequeue(out var next) ? next : null;
        }
    }

    /// <returns>Null for a mail that cannot be made, which keeps no other from going out; it counts as one that was refused.</returns>
    private PreparedDelivery? Prepare(DueDelivery delivery)
    {
        try
        {
            return messages.Prepare(delivery);
        }
        catch (Exception fault) when (fault is not DbException)
        {
            outcome.NotMade(delivery, fault);
            return null;
        }
    }

    private void Claim()
    {
        var now = time.GetUtcNow();
        _batch = now - _claimedAt < Quick ? Math.Min(2 * _batch, Batch) : Math.Max(_batch / 2, LeastBatch);
        _claimedAt = now;
        foreach (var delivery in ledger.Claim(now, _batch))
        {
            _claimed.Enqueue(delivery);
        }
    }
}

using DigestWorker.Delivering;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Sending;

/// <summary>
/// Whether a run still makes sense: twenty failures in a row, or half of the last hundred, are hardly the fault of twenty
/// mailboxes. Refusals of the present row wait for the next success before anybody is marked.
/// </summary>
internal sealed class RunHealth
{
    private const int InARow = 20, Window = 100;

    private readonly List<Refusal> _row = [];
    private readonly Queue<bool> _failed = new();
    private int _failuresInARow, _failures;

    /// <summary>Why the run should pause; null while it goes well enough.</summary>
    public string? Trouble =>
        _failuresInARow >= InARow ? $"{InARow} deliveries in a row failed"
        : _failed.Count == Window && _failures * 2 >= Window ? $"half of the last {Window} deliveries failed"
        : null;

    /// <returns>The refusals before it, which now count.</returns>
    public IReadOnlyList<Refusal> Succeeded()
    {
        Note(failed: false);
        _failuresInARow = 0;
        return TakeRow();
    }

    /// <param name="isOurs">No server has seen the mail.</param>
    public void Refused(DueDelivery delivery, TransportReply reply, bool isOurs = false)
    {
        _row.Add(new Refusal(delivery, reply, isOurs));
        Broke();
    }

    /// <summary>One recipient is to be tried later: the server answers for each, so it is no trouble of the server's.</summary>
    public void PutOff() => _failuresInARow = 0;

    public void Broke()
    {
        _failuresInARow++;
        Note(failed: true);
    }

    /// <returns>The refusals that nothing has come after.</returns>
    public IReadOnlyList<Refusal> TakeRow()
    {
        Refusal[] row = [.. _row];
        _row.Clear();
        return row;
    }

    private void Note(bool failed)
    {
        _failed.Enqueue(failed);
        _failures += failed ? 1 : 0;
        if (_failed.Count > Window && _failed.Dequeue())
        {
            _failures--;
        }
    }

    internal sealed record Refusal(DueDelivery Delivery, TransportReply Reply, bool IsOurs);
}

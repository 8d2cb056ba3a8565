using System.Runtime.ExceptionServices;

namespace DigestWorker.Pipeline.Sending;

/// <summary>What goes over one connection next, made while the server is busy: one mail to begin on, one more for when that is under way.</summary>
internal sealed class NextMails(DueMails due)
{
    private const int Ahead = 2;

    private readonly Queue<PreparedDelivery> _mails = new();
    private ExceptionDispatchInfo? _fault;

    /// <summary>Null where none is known yet.</summary>
    public PreparedDelivery? First => _mails.FirstOrDefault();

    /// <returns>Null when nothing more is due.</returns>
    public PreparedDelivery? Take()
    {
        Fill();
        _fault?.Throw();
        return _mails.TryDequeue(out var mail) ? mail : null;
    }

    /// <summary>What goes wrong is thrown when the next mail is to be taken: the one that is under way has to be noted first.</summary>
    public void Fill()
    {
        try
        {
            while (_fault is null && _mails.Count < Ahead && due.Next() is { } mail)
            {
                _mails.Enqueue(mail);
            }
        }
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
    }

    /// <summary>The end of a connection: others may send these.</summary>
    public void GiveBack()
    {
        while (_mails.TryDequeue(out var mail))
        {
            due.Return(mail);
        }
    }
}

using System.Net.Sockets;

namespace DigestWorker.Delivering.Smtp;

/// <summary>
/// Looks out for an answer without giving the thread back, for as long as a server beside us takes: to be woken costs more than
/// such an answer. A server that is further away is soon left alone: whoever was looked out for in vain is passed over the next
/// time, then three times, seven, and so on.
/// </summary>
internal sealed class BriefWait(Func<bool> isHeard, TimeProvider time)
{
    private const int MostPassedOver = 1023;

    private static readonly TimeSpan Longest = TimeSpan.FromMicroseconds(300);

    private int _inVain, _passOver;

    /// <returns>Null with one processor: a look would keep the server from its work.</returns>
    public static BriefWait? For(Socket socket) =>
        Environment.ProcessorCount > 1 ? new BriefWait(() => socket.Poll(TimeSpan.Zero, SelectMode.SelectRead), TimeProvider.System) : null;

    public void ForAnswer()
    {
        if (_passOver > 0)
        {
            _passOver--;
            return;
        }

        _inVain = LookOut() ? 0 : Math.Min((2 * _inVain) + 1, MostPassedOver);
        _passOver = _inVain;
    }

    private bool LookOut()
    {
        var started = time.GetTimestamp();
        while (!isHeard())
        {
            if (time.GetElapsedTime(started) >= Longest)
            {
                return false;
            }
        }

        return true;
    }
}

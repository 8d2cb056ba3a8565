using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Status;

/// <summary>When the schedule last fired and the database last answered, by a clock that nobody sets.</summary>
internal sealed class Pulse(SendingPauses pauses, TimeProvider time)
{
    private long _beat = time.GetTimestamp();

    public TimeSpan Since => time.GetElapsedTime(Interlocked.Read(ref _beat));

    /// <summary>Reads only: whoever writes for a long time is at work, not stuck.</summary>
    public void Beat()
    {
        pauses.Find();
        Interlocked.Exchange(ref _beat, time.GetTimestamp());
    }
}

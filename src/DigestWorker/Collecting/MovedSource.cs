using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting;

internal static class MovedSource
{
    /// <summary>Adds, to what was read, that the source lives at another address for good.</summary>
    public static ReadResult Told(this ReadResult result, Answer answer) => (result, answer.MovedTo) switch
    {
        (ReadResult.Read read, { } address) =>
            read with { Remarks = [$"The source has moved for good to {address}; write that address into the settings.", .. read.Remarks] },
        _ => result,
    };
}

using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting;

internal static class ServerWords
{
    /// <summary>Adds, to what was read, what the server says beside the content: that it lives elsewhere for good, and how long it stays fresh.</summary>
    public static ReadResult Told(this ReadResult result, Answer answer) => (result, answer.MovedTo) switch
    {
        (ReadResult.Read read, { } address) => read with
        {
            FreshFor = Longer(read.FreshFor, answer.FreshFor),
            MovedTo = address,
            Remarks = [$"The source has moved for good to {address}; write that address into the settings.", .. read.Remarks],
        },
        (ReadResult.Read read, null) => read with { FreshFor = Longer(read.FreshFor, answer.FreshFor) },
        _ => result,
    };

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;
}

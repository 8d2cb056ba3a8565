using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>What one reading of the bounce mailbox brought; counts alone.</summary>
/// <param name="Ended">Subscribers who get nothing any more because of it.</param>
/// <param name="Known">Mails that had been read before.</param>
/// <param name="Fault">Why the mailbox, or a mail in it, could not be read, in words.</param>
internal sealed record BounceReport(IReadOnlyDictionary<BounceKind, int> Counts, int Ended, int Known, int Unreadable, string? Fault)
{
    public static BounceReport Nothing { get; } = new(new Dictionary<BounceKind, int>(), 0, 0, 0, null);

    public int Read => Counts.Values.Sum() + Known;

    /// <param name="kept">Null for a mail that cannot be read.</param>
    public BounceReport And(KeptMail? kept) => kept switch
    {
        null => this with { Unreadable = Unreadable + 1 },
        { IsNew: false } => this with { Known = Known + 1 },
        _ => this with
        {
            Counts = new Dictionary<BounceKind, int>(Counts) { [kept.Kind] = Counts.GetValueOrDefault(kept.Kind) + 1 },
            Ended = Ended + (kept.Ended ? 1 : 0),
        },
    };
}

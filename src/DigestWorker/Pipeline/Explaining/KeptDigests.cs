using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Explaining;

/// <summary>What somebody's earlier digests held, and the one of an edition where it is composed already.</summary>
internal sealed class KeptDigests(DigestReleases releases, Subscribers subscribers)
{
    /// <returns>Null where this person has no digest in the edition, or is not known any more.</returns>
    public KeptFor? Find(Edition edition, long subscriberId)
    {
        if (releases.Window(edition.Id, subscriberId) is not { } window
            || subscribers.Find(subscriberId) is not { } subscriber)
        {
            return null;
        }

        var held = Of(subscriberId, edition.Week);
        return new KeptFor(
            new Unserved(subscriber, window, IsNew: false),
            [.. held.Where(one => one.Week == edition.Week)],
            [.. held.Where(one => string.CompareOrdinal(one.Week.ToString(), edition.Week.ToString()) < 0)]);
    }

    public IReadOnlyList<DigestRelease> Of(long subscriberId, EditionWeek week) => releases.Of(subscriberId, week);
}

/// <param name="Held">By this digest.</param>
/// <param name="Before">By the digests before it.</param>
internal sealed record KeptFor(Unserved Reader, IReadOnlyList<DigestRelease> Held, IReadOnlyList<DigestRelease> Before)
{
    public int? Position(long release) => Held.FirstOrDefault(one => one.Release.ReleaseId == release)?.Position;
}

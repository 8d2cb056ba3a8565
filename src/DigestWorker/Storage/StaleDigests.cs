namespace DigestWorker.Storage;

/// <summary>What some digests build on has changed since they were composed, so that these are to be composed again; takes back the transaction.</summary>
/// <param name="subscribers">Whose digests; none where it has changed once more.</param>
internal sealed class StaleDigests(HashSet<long> subscribers) : Exception("An earlier digest went another way than was taken for granted.")
{
    public HashSet<long> Subscribers { get; } = subscribers;
}

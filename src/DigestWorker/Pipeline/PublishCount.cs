namespace DigestWorker.Pipeline;

/// <param name="Digests">How many were kept.</param>
/// <param name="NothingNew">For how many subscribers there was nothing to tell.</param>
internal sealed record PublishCount(int Digests, int NothingNew)
{
    /// <param name="keep">Says how many of them are kept.</param>
    public static PublishCount Of(IEnumerable<IReadOnlyList<ReaderOutcome>> batches, Func<IReadOnlyList<PublishedDigest>, int> keep)
    {
        var count = new PublishCount(0, 0);
        foreach (var some in batches)
        {
            List<PublishedDigest> composed = [.. some
                .Where(one => one.Outcome.Composed is not null)
                .Select(one => new PublishedDigest(one.Reader, one.Outcome.Composed!, one.Sent, one.Contents.KeptMonths))];
            count = count.And(new PublishCount(keep(composed), some.Count - composed.Count));
        }

        return count;
    }

    public PublishCount And(PublishCount more) => new(Digests + more.Digests, NothingNew + more.NothingNew);
}

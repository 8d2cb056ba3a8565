using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Composes an edition for its readers, batch by batch. Each digest is kept with its delivery in one transaction, so that a run
/// that is cut off or repeated only does what is still missing; sending follows from the database.
/// </summary>
internal sealed partial class FillEdition(
    ComposeEdition compose, Digests digests, FindUnserved unserved, Waiting waiting, TimeProvider time, ILogger<FillEdition> logger)
{
    /// <param name="readership">Who is to have it, and whether the schedule says so.</param>
    /// <param name="kept">Is told of each batch.</param>
    public PublishCount Run(
        Edition edition, (Func<Subscriber, bool> Wanted, bool IsDue) readership, Action<IEnumerable<PublishedDigest>> kept, CancellationToken cancellationToken)
    {
        var readers = unserved.Run(edition, readership.Wanted);
        waiting.Note(edition, readers.Waiting, isDayOpen: !readership.IsDue);
        var left = new HashSet<long>();
        var count = PublishCount.Of(compose.Run(edition, readers, cancellationToken), composed =>
        {
            var stored = composed.Zip(Keep(edition, composed)).ToLookup(pair => pair.Second, pair => pair.First);
            left.UnionWith(stored[false].Select(digest => digest.Subscriber.Id));
            kept(stored[true]);
            return stored[true].Count();
        });
        if (left.Count == 0)
        {
            return count;
        }

        // Who is left has a digest by now, or what an earlier one came to meanwhile counts.
        ComposingAgain(edition.Week.ToString(), left.Count);
        return count.And(Run(edition, (subscriber => left.Contains(subscriber.Id), readership.IsDue), kept, cancellationToken));
    }

    private List<bool> Keep(Edition edition, IReadOnlyList<PublishedDigest> composed)
    {
        var ids = digests.Keep(edition, [.. composed.Select(one => one.For(edition.Week))], time.GetUtcNow());
        if (logger.IsEnabled(LogLevel.Debug))
        {
            foreach (var (digest, id) in composed.Zip(ids).Where(pair => pair.Second is not null))
            {
                Kept(id, string.Join(' ', digest.Composed.Releases.Select(release => release.ReleaseId)));
            }
        }

        return [.. ids.Select(id => id is not null)];
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Digest {DigestId} holds releases {ReleaseIds}")]
    private partial void Kept(long? digestId, string releaseIds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Week}: {Left} digests are composed once more, since an earlier one went on its way or failed meanwhile, or somebody else composed them")]
    private partial void ComposingAgain(string week, int left);
}

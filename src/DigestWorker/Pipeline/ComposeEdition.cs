using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Composes an edition for some of its readers and keeps nothing; the one way there for publishing, dry runs, rehearsals and explanations.</summary>
internal sealed class ComposeEdition(OpenEdition open, Editions editions, SentReleases sentReleases, Waiting waiting)
{
    private const int Batch = 500;

    /// <exception cref="Composing.Rendering.TemplateFault">The templates cannot be used.</exception>
    public void CheckTemplates() => open.CheckTemplates();

    /// <returns>In batches, in the order of the readers.</returns>
    public IEnumerable<IReadOnlyList<ReaderOutcome>> Run(Edition edition, Readership readers, CancellationToken cancellationToken) =>
        readers.IsEmpty ? [] : Run(edition, readers.From, readers.InBatches(), cancellationToken);

    /// <returns>The same for readers whom the database need not know.</returns>
    public IEnumerable<IReadOnlyList<ReaderOutcome>> Run(Edition edition, IReadOnlyList<Unserved> readers, CancellationToken cancellationToken) =>
        readers.Count == 0 ? [] : Run(edition, readers.Min(one => one.Window.From), readers.Chunk(Batch), cancellationToken);

    private IEnumerable<IReadOnlyList<ReaderOutcome>> Run(
        Edition edition, DateTimeOffset from, IEnumerable<IReadOnlyList<Unserved>> batches, CancellationToken cancellationToken)
    {
        var contents = open.Run(edition.Week, from, edition.CutOff);
        var published = editions.Published(from, edition.CutOff);
        foreach (var some in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<long> ids = [.. some.Select(one => one.Subscriber.Id)];
            var (sent, outcomes) = (sentReleases.Of(edition.Week, ids, contents.FirstRelease), waiting.Outcomes(edition.Week, from, ids));
            yield return [.. some.Select(one => Reach(one, one.Quiet(edition.Week, published, outcomes[one.Subscriber.Id]), sent[one.Subscriber.Id].ToHashSet()))];
        }

        ReaderOutcome Reach(Unserved one, QuietWeeks quiet, HashSet<SentRelease> sent) =>
            new(one, contents.Reach(one.Subscriber, (one.Window, quiet), sent), sent, contents);
    }
}

/// <summary>What an edition is to one reader.</summary>
/// <param name="Sent">What the reader had in earlier digests.</param>
/// <param name="Contents">What the edition draws on.</param>
internal sealed record ReaderOutcome(Unserved Reader, DigestOutcome Outcome, IReadOnlySet<SentRelease> Sent, EditionContents Contents)
{
    public NewsVerdict News(Release release) => NewsFit.Of(release, Reader.Window, Sent);

    public Judgement Judge(Release release) => Contents.Judge(release, Reader.Subscriber, Reader.Window, Sent);
}

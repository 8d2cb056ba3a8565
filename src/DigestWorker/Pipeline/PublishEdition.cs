using System.Diagnostics;
using System.Net.Mail;
using DigestWorker.Composing;
using DigestWorker.Composing.Wording;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Composes one edition for everybody who has no digest in it yet. Each digest is kept with its delivery in one transaction,
/// so that a run that is cut off or repeated only does what is still missing; sending follows from the database.
/// </summary>
internal sealed partial class PublishEdition(
    ComposeEdition compose,
    Editions editions,
    Digests digests,
    FindUnserved unserved,
    Waiting waiting,
    MatchReleases match,
    Instruments instruments,
    TimeProvider time,
    ILogger<PublishEdition> logger)
{
    private static readonly Func<ILogger, string, IDisposable?> OfEdition = LoggerMessage.DefineScope<string>("Edition {Edition}");

    /// <returns>With every digest: for whoever asked by hand.</returns>
    public PublishReport Run(EditionWeek week, Func<Subscriber, bool> wanted, CancellationToken cancellationToken)
    {
        var published = new List<PublishedDigest>();
        var (edition, count) = Publish(week, (wanted, IsDue: false), published.AddRange, cancellationToken);
        return new PublishReport(edition, published, count.NothingNew);
    }

    /// <summary>The same for the schedule, which has no use for a million digests in memory.</summary>
    public Edition RunDue(EditionWeek week, Func<Subscriber, bool> wanted, CancellationToken cancellationToken) =>
        Publish(week, (wanted, IsDue: true), _ => { }, cancellationToken).Edition;

    private (Edition Edition, PublishCount Count) Publish(
        EditionWeek week, (Func<Subscriber, bool> Wanted, bool IsDue) readership, Action<IEnumerable<PublishedDigest>> kept, CancellationToken cancellationToken)
    {
        using var span = instruments.Span("compose edition")?.SetTag("digestworker.edition", week.ToString());
        using var scope = OfEdition(logger, week.ToString());
        var started = Stopwatch.GetTimestamp();
        compose.CheckTemplates();
        var edition = editions.Begin(week, OpenEdition.CutOff(week, time.GetUtcNow()));
        // Whatever is stored from here on waits for the next edition, so what is stored by now must be in this one.
        match.Run(cancellationToken);
        var readers = unserved.Run(edition, readership.Wanted);
        waiting.Note(edition, readers.Waiting, isDayOpen: !readership.IsDue);
        var count = Compose(compose.Run(edition, readers, cancellationToken), composed =>
        {
            PublishedDigest[] stored = [.. composed.Zip(Keep(edition, composed)).Where(pair => pair.Second).Select(pair => pair.First)];
            kept(stored);
            return stored.Length;
        });
        instruments.Composed(count.Digests, Stopwatch.GetElapsedTime(started));
        span?.SetTag("digestworker.digests", count.Digests);
        Composed(week.ToString(), count.Digests, count.NothingNew);
        return (edition, count);
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

    /// <summary>As by hand, without a trace in the database.</summary>
    public PublishReport DryRun(EditionWeek week, Func<Subscriber, bool> wanted, CancellationToken cancellationToken)
    {
        compose.CheckTemplates();
        var edition = editions.Find(week) ?? new Edition(0, week, OpenEdition.CutOff(week, time.GetUtcNow()));
        var published = new List<PublishedDigest>();
        var count = Compose(compose.Run(edition, unserved.Run(edition, wanted), cancellationToken), composed =>
        {
            published.AddRange(composed);
            return composed.Count;
        });
        return new PublishReport(edition, published, count.NothingNew);
    }

    /// <param name="keep">Says how many of them are kept.</param>
    private static PublishCount Compose(IEnumerable<IReadOnlyList<ReaderOutcome>> batches, Func<IReadOnlyList<PublishedDigest>, int> keep)
    {
        var count = new PublishCount(0, 0);
        foreach (var some in batches)
        {
            List<PublishedDigest> composed = [.. some
                .Where(one => one.Outcome.Composed is not null)
                .Select(one => new PublishedDigest(one.Reader, one.Outcome.Composed!, one.Sent, one.Contents.KeptMonths))];
            count = new PublishCount(count.Digests + keep(composed), count.NothingNew + some.Count - composed.Count);
        }

        return count;
    }

    private sealed record PublishCount(int Digests, int NothingNew);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Digest {DigestId} holds releases {ReleaseIds}")]
    private partial void Kept(long? digestId, string releaseIds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Week}: {Digests} digests composed, nothing new for {NothingNew} subscribers")]
    private partial void Composed(string week, int digests, int nothingNew);
}

/// <summary>What one run composed.</summary>
/// <param name="NothingNew">Subscribers for whom there was nothing; their next digest covers the time.</param>
internal sealed record PublishReport(Edition Edition, IReadOnlyList<PublishedDigest> Digests, int NothingNew);

/// <summary>One subscriber's digest; what many share is held once.</summary>
/// <param name="Sent">What was left out, since the reader had it in earlier digests.</param>
/// <param name="KeptMonths">How long it is known that it was sent.</param>
internal sealed record PublishedDigest(Unserved Reader, Composed Composed, IReadOnlySet<SentRelease> Sent, int KeptMonths)
{
    public Subscriber Subscriber => Reader.Subscriber;

    public Profile Profile => Composed.Profile;

    public DigestSelection Selection => Composed.Selection;

    public ComposedFor For(EditionWeek week) => new(
        Subscriber,
        Reader.Window,
        Profile,
        PersonalLines.Why(Subscriber),
        Composed.Releases,
        MessageId.For(week, EmailAddress.Normalise(Subscriber.Email), new MailAddress(Profile.Sender).Host))
    {
        Notice = Reader.IsNew ? NoticeWords.Of(Subscriber, Profile.PublicUrl is not null, KeptMonths) : "",
        Sent = Sent,
    };
}

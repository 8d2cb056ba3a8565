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

    public PublishReport Run(EditionWeek week, Func<Subscriber, bool> wanted, CancellationToken cancellationToken)
    {
        using var span = instruments.Span("compose edition")?.SetTag("digestworker.edition", week.ToString());
        using var scope = OfEdition(logger, week.ToString());
        var started = Stopwatch.GetTimestamp();
        compose.CheckTemplates();
        var edition = editions.Begin(week, OpenEdition.CutOff(week, time.GetUtcNow()));
        // Whatever is stored from here on waits for the next edition, so what is stored by now must be in this one.
        match.Run(cancellationToken);
        var (missing, waits) = unserved.Run(edition, wanted);
        waiting.Note(edition, waits);
        var report = Compose(edition, missing, composed => Keep(edition, composed), cancellationToken);
        instruments.Composed(report.Digests.Count, Stopwatch.GetElapsedTime(started));
        span?.SetTag("digestworker.digests", report.Digests.Count);
        Composed(week.ToString(), report.Digests.Count, report.NothingNew);
        return report;
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

    /// <summary>The same without a trace in the database.</summary>
    public PublishReport DryRun(EditionWeek week, Func<Subscriber, bool> wanted, CancellationToken cancellationToken)
    {
        compose.CheckTemplates();
        var edition = editions.Find(week) ?? new Edition(0, week, OpenEdition.CutOff(week, time.GetUtcNow()));
        return Compose(edition, unserved.Run(edition, wanted).Missing, composed => composed.Select(_ => true), cancellationToken);
    }

    private PublishReport Compose(
        Edition edition,
        IReadOnlyList<Unserved> missing,
        Func<IReadOnlyList<PublishedDigest>, IEnumerable<bool>> keep,
        CancellationToken cancellationToken)
    {
        var (kept, nothingNew) = (new List<PublishedDigest>(), 0);
        foreach (var some in compose.Run(edition, missing, cancellationToken))
        {
            List<PublishedDigest> composed = [.. some
                .Where(one => one.Outcome.Composed is not null)
                .Select(one => new PublishedDigest(one.Reader, one.Outcome.Composed!, one.Contents.KeptMonths))];
            nothingNew += some.Count - composed.Count;
            kept.AddRange(composed.Zip(keep(composed)).Where(pair => pair.Second).Select(pair => pair.First));
        }

        return new PublishReport(edition, kept, nothingNew);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Digest {DigestId} holds releases {ReleaseIds}")]
    private partial void Kept(long? digestId, string releaseIds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Week}: {Digests} digests composed, nothing new for {NothingNew} subscribers")]
    private partial void Composed(string week, int digests, int nothingNew);
}

/// <summary>What one run composed.</summary>
/// <param name="NothingNew">Subscribers for whom there was nothing; their next digest covers the time.</param>
internal sealed record PublishReport(Edition Edition, IReadOnlyList<PublishedDigest> Digests, int NothingNew);

/// <summary>One subscriber's digest; what many share is held once.</summary>
/// <param name="KeptMonths">How long it is known that it was sent.</param>
internal sealed record PublishedDigest(Unserved Reader, Composed Composed, int KeptMonths)
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
    };
}

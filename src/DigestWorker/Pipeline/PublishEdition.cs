using System.Diagnostics;
using System.Net.Mail;
using DigestWorker.Composing;
using DigestWorker.Composing.Wording;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Fixes what belongs to one edition, and composes it for everybody who has no digest in it yet.</summary>
internal sealed partial class PublishEdition(
    ComposeEdition compose,
    Editions editions,
    FillEdition fill,
    FindUnserved unserved,
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
        var edition = editions.Begin(week, week.CutOff(time.GetUtcNow()));
        // Whatever is stored from here on waits for the next edition, so what is stored by now must be in this one.
        match.Run(cancellationToken);
        var count = fill.Run(edition, readership, kept, cancellationToken);
        instruments.Composed(count.Digests, Stopwatch.GetElapsedTime(started));
        span?.SetTag("digestworker.digests", count.Digests);
        Composed(week.ToString(), count.Digests, count.NothingNew);
        return (edition, count);
    }

    /// <summary>As by hand, without a trace in the database.</summary>
    public PublishReport DryRun(EditionWeek week, Func<Subscriber, bool> wanted, CancellationToken cancellationToken)
    {
        compose.CheckTemplates();
        var edition = editions.FindOrForesee(week, time.GetUtcNow());
        var published = new List<PublishedDigest>();
        var count = PublishCount.Of(compose.Run(edition, unserved.Run(edition, wanted), cancellationToken), composed =>
        {
            published.AddRange(composed);
            return composed.Count;
        });
        return new PublishReport(edition, published, count.NothingNew);
    }

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

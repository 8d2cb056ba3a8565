using DigestWorker.Composing.Selecting;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Explaining;

/// <summary>Says of one release and one subscriber why it is in the digest of an edition or why not, by the same steps that select and compose.</summary>
internal sealed class ExplainDigest(
    Persons persons, Editions editions, FindUnserved unserved, KeptDigests kept, OpenEdition open, ComposeEdition compose, TimeProvider time)
{
    /// <param name="week">Null for the newest edition that can hold the release.</param>
    /// <returns>Null where nobody of this address is known.</returns>
    public Explanation? ForSubscriber(Release release, string address, EditionWeek? week, CancellationToken cancellationToken)
    {
        if (persons.Find(address) is not { } person)
        {
            return null;
        }

        return Newest(week, one => OfPerson(release, person, one, cancellationToken) with { Person = person });
    }

    /// <summary>For somebody new with this role alone.</summary>
    public Explanation ForRole(Release release, Role role, EditionWeek? week, CancellationToken cancellationToken) => Newest(week, one =>
    {
        var edition = Of(one);
        return Weigh(release, one, (PreviewDigest.Newcomer(role, edition.CutOff), []), reader => Compose(edition, reader, cancellationToken));
    });

    private Explanation Newest(EditionWeek? week, Func<EditionWeek, Explanation> explain)
    {
        var now = time.GetUtcNow();
        var explained = explain(week ?? EditionWeek.LastComplete(now));
        return week is null && explained.Fate == DigestFate.AfterWindow ? explain(EditionWeek.LastComplete(now.AddDays(7))) : explained;
    }

    private Edition Of(EditionWeek week) => editions.FindOrForesee(week, time.GetUtcNow());

    private Explanation OfPerson(Release release, Person person, EditionWeek week, CancellationToken cancellationToken)
    {
        var edition = Of(week);
        if (kept.Find(edition, person.Id) is { } digest)
        {
            return OfKept(release, week, digest);
        }

        var found = unserved.Run(edition, subscriber => subscriber.Id == person.Id);
        return found.All() is [var reader]
            ? Weigh(release, week, (reader, kept.Of(person.Id, week)), one => Compose(edition, one, cancellationToken))
            : new Explanation(release, week, Without(person, found.Waiting));
    }

    private static DigestFate Without(Person person, IReadOnlyList<(long Id, WaitsFor WaitsFor)> waits) =>
        person.EndedAt is not null || person.State is not (SubscriberState.Active or SubscriberState.Paused) ? DigestFate.NotActive
        : waits is not [var (_, waitsFor)] ? DigestFate.CoveredLater
        : waitsFor == WaitsFor.QuietDays ? DigestFate.QuietDays
        : DigestFate.Paused;

    private Explanation OfKept(Release release, EditionWeek week, KeptFor digest)
    {
        var weighed = Weigh(release, week, (digest.Reader, digest.Before), reader => open.Run(week, reader.Window.From, reader.Window.To)
            .Reach(reader.Subscriber, (reader.Window, QuietWeeks.None), SentSet(digest.Before)));
        var explained = weighed with { IsKept = true };
        return digest.Position(release.Id) is { } at
            ? explained with { Fate = DigestFate.In, Place = new DigestPlace(at + 1, InFull: null, Limits: null) }
            : explained.IsIn ? explained with { Fate = DigestFate.NotThen } : explained;
    }

    private DigestOutcome Compose(Edition edition, Unserved reader, CancellationToken cancellationToken) =>
        compose.Run(edition, [reader], cancellationToken).Single().Single().Outcome;

    private Explanation Weigh(
        Release release, EditionWeek week, (Unserved Reader, IReadOnlyList<DigestRelease> Sent) one, Func<Unserved, DigestOutcome> composing)
    {
        var (subscriber, window) = (one.Reader.Subscriber, one.Reader.Window);
        var judgement = open.Of(week, release).Judge(release, subscriber, window, SentSet(one.Sent));
        var explained = new Explanation(release, week, Fate(NewsFit.Of(release, window, SentSet(one.Sent)), judgement.Decision))
        {
            Subscriber = subscriber,
            Window = window,
            Judgement = judgement,
            SentIn = [.. one.Sent.Where(sent => sent.Release.ReleaseId == release.Id).Select(sent => sent.Week).Distinct()],
        };
        return explained.IsIn ? Placed(explained, composing(one.Reader)) : explained;
    }

    // An entry that was changed in substance since then is news of a later week now.
    private static Explanation Placed(Explanation explained, DigestOutcome outcome) => DigestPlace.Of(explained.Release.Id, outcome) is (var place, var isIn)
        ? explained with { Fate = isIn ? DigestFate.In : DigestFate.NoRoom, Place = place }
        : explained with { Fate = DigestFate.AfterWindow };

    private static DigestFate Fate(NewsVerdict news, Decision decision) => (news, decision) switch
    {
        (NewsVerdict.AlreadySent, _) => DigestFate.AlreadySent,
        (NewsVerdict.NeverNews, _) => DigestFate.NeverNews,
        (NewsVerdict.BeforeWindow, _) => DigestFate.BeforeWindow,
        (NewsVerdict.AfterWindow, _) => DigestFate.AfterWindow,
        (_, Decision.NoRole) => DigestFate.NoRole,
        (_, Decision.MutedWord) => DigestFate.MutedWord,
        (_, Decision.MutedTopics) => DigestFate.MutedTopics,
        (_, Decision.NoRoleWants) => DigestFate.NoRoleWants,
        _ => DigestFate.In,
    };

    private static HashSet<SentRelease> SentSet(IEnumerable<DigestRelease> sent) => [.. sent.Select(one => one.Release)];
}

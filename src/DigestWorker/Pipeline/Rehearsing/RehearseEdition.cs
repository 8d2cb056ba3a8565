using DigestWorker.Domain;
using DigestWorker.Pipeline.Releasing;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rehearsing;

/// <summary>One settings file at work on a copy: follows its people, reads and groups anew where asked, and composes for everybody by the steps that publish.</summary>
internal sealed class RehearseEdition(
    DigestSettings settings, FollowSettings follow, MatchReleases match, RematchReleases rematch, FindUnserved unserved, ComposeEdition compose, Subscribers subscribers)
{
    /// <summary>Takes over the people of the file.</summary>
    /// <returns>Who would get the edition.</returns>
    public IReadOnlyList<Unserved> Readers(Edition edition)
    {
        follow.Run();
        return unserved.Run(edition, _ => true).All();
    }

    /// <param name="readsAnew">Classifies and groups all that is in the copy by the rules of this file.</param>
    public RehearsedSide Run(Edition edition, IReadOnlyList<Unserved> readers, bool readsAnew, CancellationToken cancellationToken)
    {
        match.Run(cancellationToken);
        if (readsAnew)
        {
            rematch.Run(apply: true, progress: null, cancellationToken);
        }

        var everybody = settings.Roles.Select(role => EachWeek(role, edition)).Concat(readers).ToList();
        var outcomes = compose.Run(edition, everybody, cancellationToken).SelectMany(some => some).ToList();
        return new RehearsedSide(
            settings,
            outcomes.Take(settings.Roles.Count).ToDictionary(one => one.Reader.Subscriber.Roles[0], StringComparer.OrdinalIgnoreCase),
            outcomes.Skip(settings.Roles.Count).ToDictionary(one => EmailAddress.Normalise(one.Reader.Subscriber.Email), StringComparer.Ordinal),
            subscribers.All().Select(subscriber => EmailAddress.Normalise(subscriber.Email)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Somebody with the role alone who had last week's digest.</summary>
    private static Unserved EachWeek(Role role, Edition edition) => PreviewDigest.Newcomer(role, edition.CutOff) with
    {
        Window = new DigestWindow(edition.CutOff.AddDays(-7), edition.CutOff, First: false),
    };
}

/// <summary>What one settings file makes of an edition.</summary>
/// <param name="Roles">By role id: somebody with this role alone.</param>
/// <param name="Readers">By address: everybody who would get the edition.</param>
/// <param name="Subscribed">The addresses of all who are subscribed, whether or not they would get it.</param>
internal sealed record RehearsedSide(
    DigestSettings Settings, IReadOnlyDictionary<string, ReaderOutcome> Roles, IReadOnlyDictionary<string, ReaderOutcome> Readers, IReadOnlySet<string> Subscribed);

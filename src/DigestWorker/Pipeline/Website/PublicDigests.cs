using DigestWorker.Composing.Website;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Website;

/// <summary>The digest of the last complete week for each role, as somebody gets it who had the one before, without a person in it.</summary>
internal sealed class PublicDigests(DigestSettings settings, OpenEdition open, Editions editions, TimeProvider time)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly HashSet<SentRelease> NothingSent = [];

    /// <returns>None for a role for which there is nothing new.</returns>
    public IReadOnlyList<PublicFile> Run()
    {
        var now = time.GetUtcNow();
        var week = EditionWeek.LastComplete(now);
        var to = editions.FindOrForesee(week, now).CutOff;
        var window = new DigestWindow(editions.LatestCutOff(to) ?? to - Week, to, First: false);
        var contents = open.Run(week, window.From, window.To);
        return [.. settings.Roles.Select(role => Page(contents, week, role, window)).OfType<PublicFile>()];
    }

    private static PublicFile? Page(EditionContents contents, EditionWeek week, Role role, DigestWindow window)
    {
        var nobody = new Subscriber(0, "public@example.org", null, [role.Id], [], [], SubscriberState.Active, window.To);
        return contents.Compose(nobody, (window, QuietWeeks.None), NothingSent) is { } composed
            ? new PublicFile(PublicNames.Edition(week, role), PublicEdition.Of(composed.Profile.Html))
            : null;
    }
}

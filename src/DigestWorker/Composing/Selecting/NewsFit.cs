using DigestWorker.Domain;

namespace DigestWorker.Composing.Selecting;

/// <summary>What a release is to the window of one digest.</summary>
internal enum NewsVerdict
{
    News,

    /// <summary>Sent before, and changed in substance in the window.</summary>
    Revised,

    /// <summary>Sent before, in this version or in one that nothing in the window has changed.</summary>
    AlreadySent,

    /// <summary>Announced for a later day, or held without a date by a source at its first reading.</summary>
    NeverNews,
    BeforeWindow,
    AfterWindow,
}

/// <summary>Which releases are new to a subscriber. Another outlet that tells of a sent one later makes no news; only a change of what was sent does.</summary>
internal static class NewsFit
{
    /// <param name="sent">Releases that this subscriber had in earlier digests.</param>
    public static NewsVerdict Of(Release release, DigestWindow window, IReadOnlySet<SentRelease> sent)
    {
        if (sent.Any(earlier => earlier.ReleaseId == release.Id))
        {
            return !sent.Contains(new SentRelease(release.Id, release.Version)) && release.IsRevisedIn(window) ? NewsVerdict.Revised : NewsVerdict.AlreadySent;
        }

        return release.Entries.Any(entry => window.Holds(entry.NewsAt)) ? NewsVerdict.News : Missed(release, window);
    }

    public static bool IsDue(NewsVerdict verdict) => verdict is NewsVerdict.News or NewsVerdict.Revised;

    private static NewsVerdict Missed(Release release, DigestWindow window) =>
        release.Entries.All(entry => entry.NewsAt is null) ? NewsVerdict.NeverNews
        : release.Entries.Any(entry => entry.NewsAt >= window.To) ? NewsVerdict.AfterWindow
        : NewsVerdict.BeforeWindow;
}

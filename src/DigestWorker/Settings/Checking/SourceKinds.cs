using DigestWorker.Domain;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

/// <summary>How the settings file spells the kinds of sources.</summary>
internal static class SourceKinds
{
    public static OrderedDictionary<string, SourceKind> ByWord { get; } = new(StringComparer.Ordinal)
    {
        ["feed"] = SourceKind.Feed,
        ["govuk-search"] = SourceKind.GovUkSearch,
        ["govuk-content"] = SourceKind.GovUkContent,
        ["ons-releases"] = SourceKind.OnsReleases,
        ["wp-rest"] = SourceKind.WpRest,
        ["page-list"] = SourceKind.PageList,
        ["page"] = SourceKind.Page,
    };

    // What people call them who know the format, not our word for it.
    private static readonly Dictionary<string, string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["rss"] = "feed",
        ["atom"] = "feed",
        ["rdf"] = "feed",
        ["xml"] = "feed",
        ["json"] = "feed",
        ["json-feed"] = "feed",
        ["jsonfeed"] = "feed",
        ["wordpress"] = "wp-rest",
        ["wp"] = "wp-rest",
        ["ons"] = "ons-releases",
        ["html"] = "page-list",
        ["list"] = "page-list",
        ["listing"] = "page-list",
    };

    /// <returns>What to write instead of a word that is no kind.</returns>
    public static string Advice(string word) =>
        Usual.TryGetValue(word.Trim(), out var meant) ? $"write {Quoted.Text(meant)}" : DidYouMean.Words(word, ByWord.Keys);
}

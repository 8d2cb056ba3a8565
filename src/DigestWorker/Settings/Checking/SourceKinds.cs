using DigestWorker.Domain;

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
}

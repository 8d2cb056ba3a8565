using System.Collections.Frozen;
using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>The kind that a publisher itself gives: a document type, or the word that GOV.UK's feeds put before a title.</summary>
internal static class PublishedKind
{
    private static readonly FrozenDictionary<string, Kind> Types = Table(
        (Kind.Statistics, """
            official statistics, national statistics, accredited official statistics, official statistics in development, experimental statistics,
            experimental official statistics, statistical data set, statistical bulletin, statistical release, statistical article, statistics,
            ad hoc statistics, management information
            """),
        (Kind.Guidance, """
            guidance, statutory guidance, non-statutory guidance, practice guidance, detailed guide, detailed guidance, manual, manual section,
            regulation, code of practice, safety alert, guidance and regulation, procedures
            """),
        (Kind.News, """
            news story, news article, government news, world news story, speech, authored article, oral statement, written statement, fatality notice,
            case study, government response
            """));

    /// <summary>Words that outlets also put on reports of figures and guidance: a hint, no more.</summary>
    private static readonly FrozenSet<string> NewsHints =
        new[] { "news", "press release", "press releases", "blog", "blog post", "media release", "latest news", "announcement" }.ToFrozenSet(StringComparer.Ordinal);

    public static Kind? Of(string? documentType) => Types.TryGetValue(Plain(documentType), out var kind) ? kind : null;

    /// <summary>"Official Statistics: Children in need" gives statistics; GOV.UK's own "Press release: ..." gives news.</summary>
    public static Kind? OfTitle(string title)
    {
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        var type = colon > 0 ? Plain(title[..colon]) : "";
        return type == "press release" ? Kind.News : Of(type);
    }

    public static bool HintsAtNews(string? documentType) => NewsHints.Contains(Plain(documentType));

    private static string Plain(string? type) => (type ?? "").Trim().Replace('_', ' ').ToLowerInvariant();

    private static FrozenDictionary<string, Kind> Table(params (Kind Kind, string Types)[] rows) => rows
        .SelectMany(row => row.Types.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(type => KeyValuePair.Create(type, row.Kind)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}

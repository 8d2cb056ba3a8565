using DigestWorker.Composing.Viewing;

namespace DigestWorker.Composing.Papers;

/// <summary>The releases of one kind.</summary>
internal sealed record PaperSection(string Heading, IReadOnlyList<PaperRelease> Releases)
{
    public static IReadOnlyList<PaperSection> Of(IEnumerable<PaperRelease> releases) =>
        [.. releases.GroupBy(release => release.Kind).Select(section => new PaperSection(KindWords.Of(section.Key).Heading, [.. section]))];
}

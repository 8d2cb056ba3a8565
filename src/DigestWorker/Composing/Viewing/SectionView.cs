using DigestWorker.Domain;

namespace DigestWorker.Composing.Viewing;

/// <summary>The releases of one kind. Figures, guidance and news differ in the colour of their badges.</summary>
internal sealed record SectionView(Kind Kind, string Heading, IReadOnlyList<ReleaseView> Releases)
{
    public bool IsGuidance => Kind == Kind.Guidance;

    public bool IsNews => Kind == Kind.News;
}

using DigestWorker.Domain;

namespace DigestWorker.Composing.Papers;

/// <summary>A board paper, and what it holds.</summary>
/// <param name="Releases">In the order of the paper.</param>
internal sealed record BoardPaper(BoardPaperRequest Request, string Html, IReadOnlyList<SelectedRelease> Releases, IReadOnlyList<ComingUp> Ahead);

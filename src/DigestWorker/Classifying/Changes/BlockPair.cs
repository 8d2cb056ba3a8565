namespace DigestWorker.Classifying.Changes;

/// <summary>A block and what it was before.</summary>
internal sealed record BlockPair(TextBlock Before, TextBlock After);

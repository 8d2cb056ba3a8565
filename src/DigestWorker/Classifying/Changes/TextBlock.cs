namespace DigestWorker.Classifying.Changes;

internal enum BlockShape
{
    Heading,
    Sentence,
    Fragment,
}

/// <summary>One sentence, heading or list line of a page, in plain form.</summary>
/// <param name="Section">The heading above it; empty at the top of the page.</param>
internal sealed record TextBlock(string Text, string Section, BlockShape Shape)
{
    private string? _key;

    public IReadOnlyList<string> Words { get; } = Changes.Words.Of(Text);

    /// <summary>What makes two blocks the same text, wherever they stand.</summary>
    public string Key => _key ??= Changes.Words.Key(Words);
}

namespace DigestWorker.Collecting.Feeds;

/// <summary>What stands inside an element.</summary>
/// <param name="text">Of the walk's own memory: gone when it goes on.</param>
/// <param name="isMarkup">True where it is made of elements, not of text.</param>
internal readonly ref struct XmlContent(ReadOnlySpan<char> text, bool isMarkup)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public bool IsMarkup { get; } = isMarkup;

    public override string ToString() => Text.ToString();
}

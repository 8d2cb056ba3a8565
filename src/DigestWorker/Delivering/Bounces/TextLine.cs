namespace DigestWorker.Delivering.Bounces;

/// <summary>Lines of a mail, whether they end with CRLF or LF.</summary>
internal static class TextLine
{
    /// <returns>The first line without its end, and what follows it.</returns>
    public static (ReadOnlyMemory<char> Line, ReadOnlyMemory<char> Following) Cut(ReadOnlyMemory<char> text)
    {
        var end = text.Span.IndexOf('\n');
        return end < 0 ? (text.TrimEnd('\r'), default) : (text[..end].TrimEnd('\r'), text[(end + 1)..]);
    }
}

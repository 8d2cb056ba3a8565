namespace DigestWorker.Collecting.Feeds;

/// <summary>What an Atom text is, by its type (Atom 1.0) or its media type and mode (Atom 0.3).</summary>
internal enum AtomText
{
    Plain,
    Html,
    NoText,
}

internal static class AtomTexts
{
    public static AtomText Of(string? type, string? mode) => (type?.Trim().ToLowerInvariant(), mode) switch
    {
        (_, "base64") => AtomText.NoText,
        (null or "" or "text" or "text/plain", _) => AtomText.Plain,
        ("html" or "xhtml" or "text/html" or "application/xhtml+xml", _) => AtomText.Html,
        ({ } other, _) => other.Contains('/', StringComparison.Ordinal) && !other.StartsWith("text/", StringComparison.Ordinal) ? AtomText.NoText : AtomText.Plain,
    };

    /// <summary>Many feeds leave the type out of what is HTML.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<char> text) =>
        text.Contains('<')
        && (text.Contains("</", StringComparison.Ordinal)
            || text.Contains("<p>", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<br", StringComparison.OrdinalIgnoreCase));
}

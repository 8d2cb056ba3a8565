namespace DigestWorker.Collecting;

/// <summary>HTML as plain text. No tree is built, so no nesting is too deep.</summary>
internal static class HtmlText
{
    /// <summary>Paragraphs separated by a blank line, list lines begin with "- ", cells of a table row have " | " between them.</summary>
    public static string Of(ReadOnlySpan<char> html)
    {
        if (!html.ContainsAny('<', '&'))
        {
            return PlainText.Of(html);
        }

        using var layout = SimpleHtml.TryRead(html) ?? HtmlTokens.Read(html.ToString());
        return layout.ToString();
    }
}

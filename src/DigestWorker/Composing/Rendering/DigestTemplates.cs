namespace DigestWorker.Composing.Rendering;

/// <summary>The templates' text, as the admin keeps it.</summary>
/// <param name="Html">digest.html.hbs</param>
/// <param name="Text">digest.txt.hbs</param>
/// <param name="Partials">By file name without .hbs: "release.html" is for the HTML, "release.txt" for the text.</param>
internal sealed record DigestTemplates(string Html, string Text, IReadOnlyDictionary<string, string> Partials)
{
    /// <summary>board-paper.html.hbs; it may use the partials for HTML.</summary>
    public string BoardPaper { get; init; } = "";
}

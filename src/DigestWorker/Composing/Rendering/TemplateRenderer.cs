using DigestWorker.Composing.Papers;
using DigestWorker.Composing.Viewing;

namespace DigestWorker.Composing.Rendering;

/// <summary>Renders digests and board papers from the admin's templates. Safe to share between threads.</summary>
internal sealed class TemplateRenderer
{
    private readonly CompiledTemplate _html;
    private readonly CompiledTemplate _text;
    private readonly CompiledTemplate _boardPaper;

    /// <exception cref="TemplateFault">A template cannot be compiled.</exception>
    public TemplateRenderer(DigestTemplates templates)
    {
        _html = CompiledTemplates.Html(new TemplateSource("digest.html.hbs", templates.Html), Partials(templates, ".html"));
        _text = CompiledTemplates.Text(new TemplateSource("digest.txt.hbs", templates.Text), Partials(templates, ".txt"));
        _boardPaper = CompiledTemplates.Html(new TemplateSource("board-paper.html.hbs", templates.BoardPaper), Partials(templates, ".html"));
    }

    public string Html(DigestView view) => _html.Render(view);

    public string Text(DigestView view) => TextLines.Tidy(_text.Render(view));

    public string BoardPaper(BoardPaperView view) => _boardPaper.Render(view);

    private static Dictionary<string, TemplateSource> Partials(DigestTemplates templates, string ending) =>
        templates.Partials
            .Where(partial => partial.Key.EndsWith(ending, StringComparison.Ordinal))
            .ToDictionary(partial => partial.Key, partial => new TemplateSource($"partials/{partial.Key}.hbs", partial.Value), StringComparer.Ordinal);
}

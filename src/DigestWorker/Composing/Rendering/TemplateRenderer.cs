using DigestWorker.Composing.Papers;
using DigestWorker.Composing.Viewing;
using HandlebarsDotNet;

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
        _html = new CompiledTemplate(HtmlLanguage(), new TemplateSource("digest.html.hbs", templates.Html), Partials(templates, ".html"));
        _text = new CompiledTemplate(TextLanguage(), new TemplateSource("digest.txt.hbs", templates.Text), Partials(templates, ".txt"));
        _boardPaper = new CompiledTemplate(HtmlLanguage(), new TemplateSource("board-paper.html.hbs", templates.BoardPaper), Partials(templates, ".html"));
    }

    public string Html(DigestView view) => _html.Render(view);

    public string Text(DigestView view) => TextLines.Tidy(_text.Render(view));

    public string BoardPaper(BoardPaperView view) => _boardPaper.Render(view);

    private static Dictionary<string, TemplateSource> Partials(DigestTemplates templates, string ending) =>
        templates.Partials
            .Where(partial => partial.Key.EndsWith(ending, StringComparison.Ordinal))
            .ToDictionary(partial => partial.Key, partial => new TemplateSource($"partials/{partial.Key}.hbs", partial.Value), StringComparer.Ordinal);

    private static IHandlebars HtmlLanguage() => Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });

    /// <summary>NoEscape would still escape inside a block helper; without an encoder nothing does.</summary>
    private static IHandlebars TextLanguage()
    {
        var language = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = null });
        language.RegisterHelper("upper", (_, arguments) => Text(arguments, 0).ToUpperInvariant());
        language.RegisterHelper("wrap", (output, block, _, arguments) =>
            output.WriteSafeString(TextLines.Wrap(block.Template(), Text(arguments, 0), Text(arguments, 1))));
        return language;
    }

    private static string Text(Arguments arguments, int index) => (index < arguments.Length ? arguments[index] as string : null) ?? "";
}

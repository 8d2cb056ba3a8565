using System.Collections.Frozen;

namespace DigestWorker.Composing.Rendering;

/// <summary>The templates of one folder, for pages and letters, each rendered by its file's name without .hbs. Safe to share between threads.</summary>
internal sealed class NamedTemplates
{
    private readonly FrozenDictionary<string, CompiledTemplate> _byName;

    /// <param name="texts">By name: "page.html", "confirm.txt"; partials as "partials/style.html".</param>
    /// <exception cref="TemplateFault">A template cannot be compiled.</exception>
    public NamedTemplates(string folder, IReadOnlyDictionary<string, string> texts)
    {
        const string partials = "partials/";
        var sources = texts.ToDictionary(text => text.Key, text => new TemplateSource($"{folder}/{text.Key}.hbs", text.Value), StringComparer.Ordinal);
        var shared = sources.Where(source => source.Key.StartsWith(partials, StringComparison.Ordinal))
            .ToDictionary(source => source.Key[partials.Length..], source => source.Value, StringComparer.Ordinal);
        _byName = sources.Where(source => !source.Key.StartsWith(partials, StringComparison.Ordinal)).ToFrozenDictionary(
            source => source.Key,
            source => source.Key.EndsWith(".html", StringComparison.Ordinal)
                ? CompiledTemplates.Html(source.Value, shared)
                : CompiledTemplates.Text(source.Value, []),
            StringComparer.Ordinal);
    }

    public string Html(string name, object view) => _byName[$"{name}.html"].Render(view);

    public string Text(string name, object view) => TextLines.Tidy(_byName[$"{name}.txt"].Render(view));
}

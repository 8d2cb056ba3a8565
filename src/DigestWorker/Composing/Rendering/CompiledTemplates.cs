using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HandlebarsDotNet;

namespace DigestWorker.Composing.Rendering;

/// <summary>
/// Templates by their texts: compiling one takes hundreds of times what rendering it does, and settings that are reloaded mostly have the
/// same ones. Safe to share between threads.
/// </summary>
internal static class CompiledTemplates
{
    private const int Most = 100;

    private static readonly ConcurrentDictionary<string, CompiledTemplate> Kept = new(StringComparer.Ordinal);

    /// <exception cref="TemplateFault">It, or a partial, cannot be compiled.</exception>
    public static CompiledTemplate Html(TemplateSource main, Dictionary<string, TemplateSource> partials) => Of(TemplateLanguage.Html, main, partials);

    /// <inheritdoc cref="Html"/>
    public static CompiledTemplate Text(TemplateSource main, Dictionary<string, TemplateSource> partials) => Of(TemplateLanguage.Text, main, partials);

    private static CompiledTemplate Of(Func<IHandlebars> language, TemplateSource main, Dictionary<string, TemplateSource> partials)
    {
        var key = Key(language.Method.Name, main, partials);
        if (Kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (Kept.Count >= Most)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd(key, new CompiledTemplate(language(), main, partials));
    }

    private static string Key(string language, TemplateSource main, Dictionary<string, TemplateSource> partials)
    {
        var texts = partials.OrderBy(partial => partial.Key, StringComparer.Ordinal).SelectMany(partial => new[] { partial.Key, partial.Value.Name, partial.Value.Text });
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', [language, main.Name, main.Text, .. texts]))));
    }
}

using DigestWorker.Composing.Rendering;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>The admin's templates beside the settings file or, where there are none, those that come with the program.</summary>
internal static class TemplateFolder
{
    private const string Name = "templates", Ending = ".hbs";

    /// <exception cref="TemplateFault">A digest would have no place for the notice.</exception>
    public static DigestTemplates Read(DigestSettings settings)
    {
        var own = Path.Combine(settings.Folder, Name);
        var folder = Directory.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, Name);
        return Checked(new DigestTemplates(
            File.ReadAllText(Path.Combine(folder, "digest.html" + Ending)),
            File.ReadAllText(Path.Combine(folder, "digest.txt" + Ending)),
            Directory.EnumerateFiles(Path.Combine(folder, "partials"), "*" + Ending)
                .ToDictionary(file => Path.GetFileName(file)[..^Ending.Length], File.ReadAllText, StringComparer.Ordinal))
        {
            BoardPaper = ReadOptional(folder, "board-paper.html" + Ending),
        });
    }

    private static DigestTemplates Checked(DigestTemplates templates)
    {
        foreach (var (part, text) in new[] { (".html", templates.Html), (".txt", templates.Text) })
        {
            var partials = templates.Partials.Where(partial => partial.Key.EndsWith(part, StringComparison.Ordinal)).Select(partial => partial.Value);
            if (TemplateCheck.WithoutNotice(new TemplateSource($"digest{part}{Ending}", text), partials) is { } fault)
            {
                throw fault;
            }
        }

        return templates;
    }

    /// <summary>The templates of pages or letters. The admin's own stand in for those of the program, file by file.</summary>
    /// <param name="part">"web" or "letters".</param>
    public static NamedTemplates ReadPart(DigestSettings settings, string part)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in new[] { AppContext.BaseDirectory, settings.Folder }.Select(root => Path.Combine(root, Name, part)).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories))
            {
                texts[Path.GetRelativePath(folder, file)[..^Ending.Length].Replace('\\', '/')] = File.ReadAllText(file);
            }
        }

        return new NamedTemplates(part, texts);
    }

    // A folder of one's own may be older than this template.
    private static string ReadOptional(string folder, string name)
    {
        var own = Path.Combine(folder, name);
        return File.ReadAllText(File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, Name, name));
    }
}

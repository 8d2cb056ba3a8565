using DigestWorker.Composing.Rendering;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline;

/// <summary>The admin's templates beside the settings file or, where there are none, those that come with the program.</summary>
internal static class TemplateFolder
{
    private const string Name = "templates", Ending = ".hbs";

    public static DigestTemplates Read(DigestSettings settings)
    {
        var own = Path.Combine(settings.Folder, Name);
        var folder = Directory.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, Name);
        return new DigestTemplates(
            File.ReadAllText(Path.Combine(folder, "digest.html" + Ending)),
            File.ReadAllText(Path.Combine(folder, "digest.txt" + Ending)),
            Directory.EnumerateFiles(Path.Combine(folder, "partials"), "*" + Ending)
                .ToDictionary(file => Path.GetFileName(file)[..^Ending.Length], File.ReadAllText, StringComparer.Ordinal))
        {
            BoardPaper = ReadOptional(folder, "board-paper.html" + Ending),
        };
    }

    // A folder of one's own may be older than this template.
    private static string ReadOptional(string folder, string name)
    {
        var own = Path.Combine(folder, name);
        return File.ReadAllText(File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, Name, name));
    }
}

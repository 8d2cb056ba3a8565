using DigestWorker.Composing;
using DigestWorker.Composing.Rendering;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

/// <summary>Composes with the repository's own templates, as the program does.</summary>
internal static class Composer
{
    public static readonly DigestWords Words = new(
        "Safeguarding Digest",
        "Example Safeguarding Partnership, 1 Example Street, Sampletown",
        QuoteWords: 60,
        [
            new SupportLine("NSPCC Helpline, for adults worried about a child", "0808 800 5000"),
            new SupportLine("Childline, for anyone under 19", "0800 1111"),
            new SupportLine("Samaritans, for you, at any hour", "116 123"),
        ]);

    public static readonly string TemplateFolder = Path.Combine(Folders.Repository, "templates");

    public static readonly DigestTemplates Templates = new(
        File.ReadAllText(Path.Combine(TemplateFolder, "digest.html.hbs")),
        File.ReadAllText(Path.Combine(TemplateFolder, "digest.txt.hbs")),
        Directory.GetFiles(Path.Combine(TemplateFolder, "partials"), "*.hbs")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText));

    private static readonly TemplateRenderer Renderer = new(Templates);

    public static ComposedDigest Compose(DigestRequest request) => Compose(request, DigestSelector.Select(request));

    public static ComposedDigest Compose(DigestRequest request, DigestWords words) =>
        new DigestComposer(Renderer, words).Compose(request, DigestSelector.Select(request));

    public static ComposedDigest Compose(DigestRequest request, DigestSelection selection) =>
        new DigestComposer(Renderer, Words).Compose(request, selection);
}

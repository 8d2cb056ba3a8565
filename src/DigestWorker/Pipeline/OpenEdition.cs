using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Loads what an edition can draw on; the one way there for publishing, dry runs and previews.</summary>
internal sealed class OpenEdition(DigestSettings settings, Lazy<DigestComposer> composer, Releases releases, UnreadSources unread)
{
    private const int AheadDays = 28;

    /// <exception cref="Composing.Rendering.TemplateFault">The templates cannot be used, whether or not there is anything to compose.</exception>
    public EditionContents Run(EditionWeek week, DateTimeOffset from, DateTimeOffset to)
    {
        // Compiling them takes about as long as loading the rest.
        var templates = Task.Run(CheckTemplates);
        var material = new Material(releases.InWindow(from, to), Ahead(to), unread.At(to));
        templates.GetAwaiter().GetResult();
        return new EditionContents(settings, composer, week, material);
    }

    /// <exception cref="Composing.Rendering.TemplateFault">The templates cannot be used.</exception>
    public void CheckTemplates() => _ = composer.Value;

    /// <summary>Begins to compile the templates while the caller does something else; a fault of theirs is told when they are used.</summary>
    public void CompileAhead() => _ = Task.Run(CheckTemplates);

    /// <summary>As if there were nothing but this release: enough to judge it by.</summary>
    public EditionContents Of(EditionWeek week, Release release) => new(settings, composer, week, new Material([release], [], []));

    private IReadOnlyList<ComingUp> Ahead(DateTimeOffset now) =>
        releases.Ahead(EditionWeek.LondonDay(now), EditionWeek.LondonDay(now).AddDays(AheadDays));
}

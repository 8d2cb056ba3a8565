using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Loads what an edition can draw on; the one way there for publishing, dry runs and previews.</summary>
internal sealed class OpenEdition(DigestSettings settings, DigestComposer composer, Releases releases, Sources sources)
{
    // For so long a source may fail before its silence could be taken for "nothing new".
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(3);

    public EditionContents Run(EditionWeek week, DateTimeOffset from, DateTimeOffset to) =>
        new(settings, composer, week, releases.InWindow(from, to), Unread(to));

    /// <summary>Until when the edition of this week, published now, takes things in.</summary>
    public static DateTimeOffset CutOff(EditionWeek week, DateTimeOffset now) =>
        now < week.SuccessorTakesOver ? now : week.SuccessorTakesOver;

    private string[] Unread(DateTimeOffset now)
    {
        var wanted = settings.Sources.Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. sources.FailingSince(now - Tolerance).Where(wanted.Contains)];
    }
}

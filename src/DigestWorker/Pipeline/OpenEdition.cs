using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Loads what an edition can draw on; the one way there for publishing, dry runs and previews.</summary>
internal sealed class OpenEdition(DigestSettings settings, DigestComposer composer, Releases releases, Sources sources)
{
    private const int AheadDays = 28;

    // For so long a source may fail before its silence could be taken for "nothing new".
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(3);

    public EditionContents Run(EditionWeek week, DateTimeOffset from, DateTimeOffset to) =>
        new(settings, composer, week, new Material(releases.InWindow(from, to), Ahead(to), Unread(to)));

    private IReadOnlyList<ComingUp> Ahead(DateTimeOffset now) =>
        releases.Ahead(EditionWeek.LondonDay(now), EditionWeek.LondonDay(now).AddDays(AheadDays));

    /// <summary>Until when the edition of this week, published now, takes things in.</summary>
    public static DateTimeOffset CutOff(EditionWeek week, DateTimeOffset now) =>
        now < week.SuccessorTakesOver ? now : week.SuccessorTakesOver;

    private string[] Unread(DateTimeOffset now)
    {
        var wanted = settings.Sources.Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. sources.FailingSince(now - Tolerance).Where(wanted.Contains)];
    }
}

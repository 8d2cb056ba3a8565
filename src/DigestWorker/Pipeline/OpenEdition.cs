using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Loads what an edition can draw on; the one way there for publishing, dry runs and previews.</summary>
internal sealed class OpenEdition(DigestSettings settings, DigestComposer composer, Releases releases, UnreadSources unread)
{
    public EditionContents Run(EditionWeek week, DateTimeOffset from, DateTimeOffset to) =>
        new(settings, composer, week, releases.InWindow(from, to), unread.At(to));

    /// <summary>Until when the edition of this week, published now, takes things in.</summary>
    public static DateTimeOffset CutOff(EditionWeek week, DateTimeOffset now) =>
        now < week.SuccessorTakesOver ? now : week.SuccessorTakesOver;
}

using System.Data.Common;
using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Reads an entry for good: its labels and figures, and what it will be compared by.</summary>
internal sealed class UnderstandEntry(DigestSettings settings, EntryClassifier classifier, TraitReader traits, TimeProvider time)
{
    private readonly Dictionary<string, Source> _sources =
        settings.Sources.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);

    public Member Run(DbConnection connection, PendingEntry entry)
    {
        var reading = Reading.Of(entry.Entry, entry.Publisher);
        var understanding = classifier.Understand(reading, entry.Entry, SourceOf(entry));
        var text = ToText(reading);
        var member = new Member(entry.Id, traits.Read(entry, text, understanding));
        Labels.Replace(connection, entry.Id, understanding);
        Figures.Replace(connection, entry.Id, understanding.Figures);
        UpcomingEvents.Replace(connection, entry.Id, understanding.Ahead, time.GetUtcNow());
        SeriesPoints.Replace(connection, entry.Id, SeriesReader.In(text, member.Traits, understanding));
        Traits.Keep(connection, entry.Id, TraitText.Of(member.Traits));
        BlockKeys.Replace(connection, entry.Id, member.Traits.Day, BlockingKeys.Of(member.Traits).Select(key => key.Hash));
        return member;
    }

    private static MatchText ToText(Reading reading) => new(
        reading.Title,
        Lines(reading, Place.Summary, Place.Opening),
        Lines(reading, Place.Body, Place.List));

    private static string Lines(Reading reading, params Place[] places) =>
        string.Join('\n', reading.Passages.Where(passage => places.Contains(passage.Place)).Select(passage => passage.Text));

    // A source may have left the settings since it was read.
    private Source SourceOf(PendingEntry entry) =>
        _sources.GetValueOrDefault(entry.Source)
        ?? new Source(entry.Source, SourceKind.Feed, entry.Entry.Url ?? new Uri("about:blank"), entry.Publisher, [], []);
}

using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Reads an entry for good: its labels and figures, and what it will be compared by.</summary>
internal sealed partial class UnderstandEntry(
    DigestSettings settings, EntryClassifier classifier, TraitReader traits, TimeProvider time, ILogger<UnderstandEntry> logger)
{
    private readonly Dictionary<string, Source> _sources =
        settings.Sources.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads many at once, since nothing of it needs the database.</summary>
    /// <returns>
    /// In the order of the entries, each as soon as it is read: a server of PostgreSQL ends a transaction that asks nothing for long, as
    /// it would where all of them took as long as a text may.
    /// </returns>
    public IEnumerable<Understood> Read(IReadOnlyList<PendingEntry> entries) =>
        entries.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Read);

    public Member Keep(StoredMembers stored, Understood understood)
    {
        var (statements, id) = (stored.Statements, understood.Member.EntryId);
        Labels.Replace(statements, id, understood.Understanding);
        Figures.Replace(statements, id, understood.Understanding.Figures);
        UpcomingEvents.Replace(statements, id, understood.Understanding.Ahead, time.GetUtcNow());
        SeriesPoints.Replace(statements, id, understood.Points);
        Traits.Keep(statements, id, TraitText.Of(understood.Member.Traits));
        BlockKeys.Replace(statements, id, understood.Member.Traits.NewsDays(), BlockingKeys.Of(understood.Member.Traits).Select(key => key.Hash));
        stored.Know(understood.Member);
        return understood.Member;
    }

    private Understood Read(PendingEntry entry) => ReadingTurns.Take(() => Read(entry, entry.Entry), () =>
    {
        TooLong(entry.Id, entry.Source);
        return Read(entry, entry.Entry with { Content = "" });
    });

    private Understood Read(PendingEntry entry, Entry told)
    {
        var reading = Reading.Of(told, entry.Publisher);
        var understanding = classifier.Understand(reading, told, SourceOf(entry));
        var text = ToText(reading);
        var member = new Member(entry.Id, traits.Read(entry, text, understanding));
        return new Understood(member, understanding, [.. SeriesReader.In(text, member.Traits, understanding)]);
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

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Entry {Id} of {Source} took too long to read as a whole; its labels and figures are those of its title and summary")]
    private partial void TooLong(long id, string source);
}

/// <param name="Points">What the entry adds to the series of its measures.</param>
internal sealed record Understood(Member Member, Understanding Understanding, IReadOnlyList<SeriesPoint> Points);

using System.Data.Common;
using DigestWorker.Classifying.Changes;
using DigestWorker.Collecting.Apis;
using DigestWorker.Domain;
using DigestWorker.Matching;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>One read of one source on its way into the database.</summary>
internal sealed record SourceVisit(string Publisher, bool IsStanding, SourceRecord Source, DateTimeOffset At)
{
    // The lines of a listing stand for a series: their words stay while their dates move on.
    public SourceVisit(Source source, SourceRecord record, DateTimeOffset at)
        : this(source.Publisher, source.Kind == SourceKind.PageList, record, at) => ListsEdits = source.Kind == SourceKind.WpRest;

    /// <summary>Names of the sources that leave this one nothing to judge where they hold an entry; null where it judges no changes.</summary>
    public IReadOnlySet<string>? OtherWatches { get; init; }

    /// <summary>Whether a text that took the place of another is another release's; the first is the earlier one.</summary>
    public Func<Entry, Entry, Change, bool> IsNext { get; init; } = (_, _, _) => false;

    /// <summary>True where nobody else judges how the entry changes: a feed showed it first, or a row that is called something else now.</summary>
    public bool TakesOver(KnownEntry known) => OtherWatches is { } others && !known.KeepsText && !others.Contains(known.Source);

    /// <summary>Names of the rows in the settings.</summary>
    public IReadOnlySet<string> Rows { get; init; } = new HashSet<string>();

    /// <summary>True where the row that showed the entry is called something else now, or is gone.</summary>
    public bool IsLeft(KnownEntry known) => !Rows.Contains(known.Source);

    /// <summary>True where an entry comes up again whenever its publisher edits it, however old it is.</summary>
    public bool ListsEdits { get; init; }

    public NewsRule RuleFor(int newEntries) =>
        new(Source.FirstReadAt is null, newEntries, At) { OldBefore = ListsEdits || Source.IsChanged ? At - PageByPage.LookBack : null };

    public NewEntry Arrived(KeyedEntry entry, DateTimeOffset? newsAt) => new(Source.Id, Publisher, entry, At, newsAt);

    /// <returns>For each entry in order the stored one that it is; null where none is.</returns>
    public IReadOnlyList<KnownEntry?> Recognise(DbConnection connection, IReadOnlyList<KeyedEntry> entries)
    {
        var known = Entries.Known(connection, Source.Id, entries.SelectMany(entry => entry.Keys).Distinct(StringComparer.Ordinal));
        return [.. entries.Select(entry => SameEntry.Among(known, entry))];
    }
}

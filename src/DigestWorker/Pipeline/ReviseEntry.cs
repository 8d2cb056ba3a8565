using System.Data.Common;
using DigestWorker.Classifying.Changes;
using DigestWorker.Domain;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

internal enum RevisionOutcome
{
    None,
    Silent,
    Substantive,

    /// <summary>The new text looks like a failed fetch; the old one stays.</summary>
    Suspicious,
}

/// <param name="TextChanged">This source, whose text is kept, shows another text than last time.</param>
/// <param name="IsStanding">See <see cref="VersionText"/>.</param>
internal sealed record Revising(bool TextChanged, bool IsStanding);

/// <summary>Decides what a known entry's new note or new text is worth, and keeps it. Only a substantive revision makes news again.</summary>
internal static class ReviseEntry
{
    public static RevisionOutcome Run(DbConnection connection, KnownEntry known, NewEntry read, Revising revising)
    {
        var notes = NewNotes(connection, known.Id, read.Keyed.Entry);
        if (!revising.TextChanged)
        {
            return notes.Count == 0 ? RevisionOutcome.None : Keep(connection, known.Id, read, (null, notes));
        }

        var stored = Entries.Stored(connection, known.Id);
        var now = WithKnownContent(read.Keyed.Entry, stored);
        var change = StandingChange.Between(stored, now) ?? ChangeDescriber.Describe(
            Version(stored, revising), Version(now, revising), notes.LastOrDefault(note => note.Text.Length > 0));
        if (change.Type == ChangeType.Suspicious)
        {
            return RevisionOutcome.Suspicious;
        }

        var told = TypeChange.Of(change, stored, now);
        var outcome = Keep(connection, known.Id, read, (Judged(connection, known.Id, read, told), notes));
        Entries.Replace(connection, known.Id, read.Keyed with { Entry = now });
        return outcome;
    }

    // A feed that gives only summaries does not take back the text that its page gave.
    private static Entry WithKnownContent(Entry read, Entry stored) =>
        read.Content.Length == 0 ? read with { Content = stored.Content } : read;

    private static VersionText Version(Entry entry, Revising revising) =>
        new(entry.Title, entry.Text, entry.Published, entry.Updated, revising.IsStanding);

    // A note that is older than one already known only completes the history.
    private static List<ChangeNote> NewNotes(DbConnection connection, long id, Entry entry)
    {
        var notes = MajorUpdates.Of(entry);
        if (notes.Count == 0)
        {
            return [];
        }

        var known = Revisions.NotedAt(connection, id);
        var newest = known.Count == 0 ? entry.Published?.At ?? DateTimeOffset.MinValue : known.Max();
        return [.. notes.Where(note => note.At > newest)];
    }

    // Where the publisher tells its updates, a change that it does not tell is a minor one; a text that comes and goes is none.
    private static Change Judged(DbConnection connection, long id, NewEntry read, Change change)
    {
        var isMinor = read.Keyed.Entry.ChangeNotes.Count > 0 && change.Type != ChangeType.Standing;
        var versions = Revisions.Versions(connection, id)
            .Select(version => new EarlierVersion(Convert.ToHexString(version.Hash), version.SeenAt)).ToList();
        return isMinor || Flapping.IsReturn(versions, Convert.ToHexString(read.Keyed.VersionHash), read.FirstSeen)
            ? change with { Substantive = false }
            : change;
    }

    private static RevisionOutcome Keep(
        DbConnection connection, long id, NewEntry read, (Change? Change, IReadOnlyList<ChangeNote> Notes) found)
    {
        var isSubstantive = found.Notes.Count > 0 || found.Change is { Substantive: true };
        foreach (var note in found.Notes)
        {
            var summary = note == found.Notes[^1] ? found.Change?.Summary ?? "" : "";
            var revision = new Revision(read.FirstSeen, Substantive: true, summary, note.Text.Length > 0 ? note.Text : null);
            Revisions.Add(connection, new NewRevision(id, revision, note.At, read.Keyed.VersionHash));
        }

        if (found is { Change: { Type: not (ChangeType.Nothing or ChangeType.Furniture) } change, Notes.Count: 0 })
        {
            var revision = new Revision(read.FirstSeen, change.Substantive, change.Summary, null);
            Revisions.Add(connection, new NewRevision(id, revision, null, read.Keyed.VersionHash));
        }

        if (isSubstantive)
        {
            Entries.MakeNewsAgain(connection, id, read.FirstSeen);
        }

        return isSubstantive ? RevisionOutcome.Substantive : RevisionOutcome.Silent;
    }
}

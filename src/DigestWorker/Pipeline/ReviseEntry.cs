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

    /// <summary>The new text is another release's, and another entry has it from now on.</summary>
    Succeeded,
}

/// <param name="TextChanged">This source, whose text is kept, shows another text than last time.</param>
/// <param name="IsStanding">See <see cref="VersionText"/>.</param>
internal sealed record Revising(bool TextChanged, bool IsStanding)
{
    /// <summary>See <see cref="SourceVisit.IsNext"/>.</summary>
    public required Func<Entry, Entry, Change, bool> IsNext { get; init; }
}

/// <summary>Decides what a known entry's new note or new text is worth, and keeps it. Only a substantive revision makes news again.</summary>
internal static class ReviseEntry
{
    public static RevisionOutcome Run(DbConnection connection, KnownEntry known, NewEntry read, Revising revising)
    {
        var notes = MajorUpdates.NewOf(connection, known.Id, read.Keyed.Entry);
        return !revising.TextChanged && notes.Count == 0 ? RevisionOutcome.None
            : known.KeepsText ? Revise(connection, known.Id, read, revising, notes)
            : Note(connection, known.Id, read, notes);
    }

    // The instant is the publisher's, whoever tells it; the text stays.
    private static RevisionOutcome Note(DbConnection connection, long id, NewEntry read, IReadOnlyList<ChangeNote> notes)
    {
        Entries.MoveUpdate(connection, id, notes[^1].At);
        return Keep(connection, id, read, (null, notes));
    }

    private static RevisionOutcome Revise(
        DbConnection connection, long id, NewEntry read, Revising revising, IReadOnlyList<ChangeNote> notes)
    {
        if (Successions.IsEarlier(connection, id))
        {
            // By another line of the same read.
            return RevisionOutcome.Succeeded;
        }

        var stored = Entries.Stored(connection, id);
        var now = KnownContent.Kept(read.Keyed, stored);
        // A page that is read for the first time with its publisher's update is not compared with the few words before it.
        var isFirstText = !revising.TextChanged && stored.Content.Length == 0;
        var change = Between(isFirstText ? now.Entry : stored, now.Entry, revising, notes);
        if (change.Type == ChangeType.Suspicious)
        {
            return revising.TextChanged ? RevisionOutcome.Suspicious : Note(connection, id, read, notes);
        }

        var judged = Judged(connection, id, read, change);
        if (revising.TextChanged && (judged.Substantive || notes.Count > 0) && MayGoOn(connection, id, revising) && revising.IsNext(stored, read.Keyed.Entry, change))
        {
            Keep(connection, SucceedEntry.Run(connection, id, read, stored), read, (judged, notes));
            return RevisionOutcome.Succeeded;
        }

        var outcome = Keep(connection, id, read, (judged, notes));
        Entries.Replace(connection, id, now);
        return outcome;
    }

    // A line of a list has the words of its series whatever its date: alone it has nothing to leave behind.
    private static bool MayGoOn(DbConnection connection, long id, Revising revising) => !revising.IsStanding || Memberships.HasOthers(connection, id);

    private static Change Between(Entry stored, Entry now, Revising revising, IReadOnlyList<ChangeNote> notes)
    {
        var change = StandingChange.Between(stored, now) ?? ChangeDescriber.Describe(
            VersionText.Of(stored, revising.IsStanding), VersionText.Of(now, revising.IsStanding), notes.LastOrDefault(note => note.Text.Length > 0));
        return TypeChange.Of(change, stored, now);
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

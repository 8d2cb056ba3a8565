using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Weighing;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>
/// Puts a new entry to the release that it fits best, or founds one. One that is older than entries already placed has
/// their whole neighbourhood placed anew, so that the order of arrival decides nothing.
/// </summary>
internal sealed class PlaceEntry(RegroupReleases regroup, TimeProvider time)
{
    public Membership Run(StoredMembers stored, Member entry)
    {
        var verdicts = Verdicts.On(stored.Connection, [entry.EntryId]);
        var groups = Neighbours.Of(stored, entry, verdicts);
        var around = groups.Any(group => group.Members.Any(entry.IsBefore))
            ? Neighbourhood.Around(stored, entry, groups, verdicts)
            : [];
        return around.Count == 0 ? Place(stored, entry, groups, verdicts) : PlaceAmong(stored, entry, around);
    }

    private Membership Place(StoredMembers stored, Member entry, IReadOnlyList<Group> groups, IReadOnlyList<Verdict> verdicts)
    {
        var choice = new ReleaseChooser(PairWeigher.Default, verdicts).Choose(entry, groups);
        var membership = RegroupReleases.ToMembership(choice);
        var release = choice.Best?.GroupId ?? Memberships.Found(stored.Connection, time.GetUtcNow());
        Memberships.Join(stored.Connection, entry.EntryId, release, membership);
        Memberships.ReplaceNear(stored.Connection, entry.EntryId, choice.Near.Select(NearReleases.ToNear));
        return membership;
    }

    private Membership PlaceAmong(StoredMembers stored, Member entry, IReadOnlyList<Group> around)
    {
        var had = around.SelectMany(group => group.Members.Select(member => (member.EntryId, group.Id))).ToDictionary();
        return regroup.Run(stored.Connection, [.. around.SelectMany(group => group.Members), entry], had)[entry.EntryId];
    }
}

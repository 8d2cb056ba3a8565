using System.Data.Common;
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
    public Membership Run(DbConnection connection, Member entry)
    {
        var groups = Neighbours.Of(connection, entry);
        var around = groups.Any(group => group.Members.Any(member => entry.IsBefore(member)))
            ? Neighbourhood.Around(connection, entry, groups)
            : [];
        return around.Count == 0 ? Place(connection, entry, groups) : PlaceAmong(connection, entry, around);
    }

    private Membership Place(DbConnection connection, Member entry, IReadOnlyList<Group> groups)
    {
        var verdicts = Verdicts.On(connection, groups.SelectMany(group => group.Members).Select(member => member.EntryId).Append(entry.EntryId));
        var choice = new ReleaseChooser(PairWeigher.Default, verdicts).Choose(entry, groups);
        var membership = RegroupReleases.ToMembership(choice);
        Memberships.Join(connection, entry.EntryId, choice.Best?.GroupId ?? Memberships.Found(connection, time.GetUtcNow()), membership);
        Memberships.ReplaceNear(connection, entry.EntryId, choice.Near.Select(NearReleases.ToNear));
        return membership;
    }

    private Membership PlaceAmong(DbConnection connection, Member entry, IReadOnlyList<Group> around)
    {
        var had = around.SelectMany(group => group.Members.Select(member => (member.EntryId, group.Id))).ToDictionary();
        return regroup.Run(connection, [.. around.SelectMany(group => group.Members), entry], had)[entry.EntryId];
    }
}

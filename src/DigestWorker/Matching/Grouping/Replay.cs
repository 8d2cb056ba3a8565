namespace DigestWorker.Matching.Grouping;

/// <summary>Places entries anew, one after the other in their own order, as if they had arrived so.</summary>
internal static class Replay
{
    /// <returns>Groups are numbered from 0 in the order in which they were founded; choices speak of these numbers.</returns>
    public static IReadOnlyList<Placed> Of(IEnumerable<Member> members, ReleaseChooser chooser)
    {
        var groups = new List<Group>();
        var placed = new List<Placed>();
        foreach (var member in members.Order(Member.Order))
        {
            var choice = chooser.Choose(member, groups);
            placed.Add(new Placed(member, Put(member, choice, groups), choice));
        }

        return placed;
    }

    private static int Put(Member member, Choice choice, List<Group> groups)
    {
        if (choice.Best is { } best)
        {
            var at = (int)best.GroupId;
            groups[at] = groups[at] with { Members = [.. groups[at].Members, member] };
            return at;
        }

        groups.Add(new Group(groups.Count, [member]));
        return groups.Count - 1;
    }
}

internal sealed record Placed(Member Member, int Group, Choice Choice);

using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>
/// Makes a roster true for its team: who is in it joins, who is not in it leaves the team. An opt-out wins, and what a person
/// chose stays. Whom a refused row names stays as they are. A file that looks like the wrong one is refused as a whole.
/// </summary>
internal sealed class ImportRoster(DigestSettings settings, Organisations organisations, FollowedRosters rosters, TimeProvider time)
{
    private const int SmallTeam = 10;

    /// <exception cref="RosterFault">The text as a whole is no roster, or it needs a confirmation.</exception>
    public ImportReport Run(RosterText roster, RosterOrder order) => order.Team.Trim() is { Length: > 0 } team
        ? Follow(roster, order with { Team = team })
        : throw new RosterFault("A roster is one team's: name the team.");

    private ImportReport Follow(RosterText roster, RosterOrder order)
    {
        organisations.Follow(settings.Organisations);
        var rows = new RosterFile(new RosterRoles(settings.Roles), rosters.HasRoles(order.Team)).Read(roster);
        var joiners = rows.Select(row => row.Joiner).OfType<Joiner>().ToList();
        var change = rosters.Follow(order.Team, new Roster(joiners, [.. rows.Select(row => row.Named).OfType<string>()]), new RosterRun(time.GetUtcNow(), Keep: !order.Rehearse, order.Progress), size => Accept(size, roster, order));
        var outcomes = joiners.Zip(change.Outcomes).ToLookup(pair => pair.Second, pair => pair.First.Email);
        return new ImportReport(
            [.. outcomes[JoinOutcome.Joined]], [.. outcomes[JoinOutcome.Extended]], outcomes[JoinOutcome.Unchanged].Count(), [.. outcomes[JoinOutcome.OptedOut]],
            change.Leavers,
            [.. rows.Where(row => row.Refusal is not null).Select(row => new RefusedRow(row.Line, row.Refusal!))]);
    }

    private static void Accept(RosterSize size, RosterText roster, RosterOrder order)
    {
        if (!order.Rehearse && !order.Confirmed && size.Before > SmallTeam && size.Leaving * 2 > size.Before)
        {
            throw new TooManyLeavers($"{size.Leaving} of the {size.Before} members of '{order.Team}' are not in {roster.Name} and would leave; nothing was changed. Look with --dry-run, then say --confirm-leavers.");
        }
    }
}

/// <param name="Team">By key or name; made when it is new.</param>
internal sealed record RosterOrder(string Team)
{
    /// <summary>Shows what would happen and keeps nothing.</summary>
    public bool Rehearse { get; init; }

    /// <summary>More than half of the team may leave.</summary>
    public bool Confirmed { get; init; }

    /// <summary>Hears now and then how many rows are done.</summary>
    public IProgress<RosterProgress>? Progress { get; init; }
}

/// <summary>Addresses by what becomes of them.</summary>
/// <param name="Extended">Subscribed before; the team, a role or an area changed.</param>
/// <param name="OptedOut">Stay out, because they stopped the digest or were erased, or because mail does not reach them.</param>
internal sealed record ImportReport(
    IReadOnlyList<string> Joined,
    IReadOnlyList<string> Extended,
    int Unchanged,
    IReadOnlyList<string> OptedOut,
    IReadOnlyList<Leaver> Left,
    IReadOnlyList<RefusedRow> Refused)
{
    public bool HasGoodRow() => Joined.Count + Extended.Count + Unchanged + OptedOut.Count > 0;
}

internal sealed record RefusedRow(int Line, string Reason);

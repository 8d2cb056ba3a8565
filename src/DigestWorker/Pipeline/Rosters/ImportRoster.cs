using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>
/// Makes a roster true for its team: who is in it joins, who is not in it leaves the team. An opt-out wins, and what a person
/// chose stays. A file that looks like the wrong one is refused as a whole.
/// </summary>
internal sealed class ImportRoster(DigestSettings settings, Teams teams, TimeProvider time)
{
    private const int SmallTeam = 10;

    /// <param name="rehearse">Shows what would happen and keeps nothing.</param>
    /// <param name="confirmed">More than half of the team may leave.</param>
    /// <exception cref="RosterFault">The file as a whole is no roster, or it needs a confirmation.</exception>
    public ImportReport Run(string file, string team, bool rehearse, bool confirmed)
    {
        var rows = new RosterFile(settings.Roles.Select(role => role.Id).ToHashSet(StringComparer.Ordinal)).Read(file);
        var joiners = rows.Select(row => row.Joiner).OfType<Joiner>().ToList();
        var change = teams.Follow(team, joiners, (time.GetUtcNow(), Keep: !rehearse), change =>
        {
            if (!rehearse && !confirmed && change.Before > SmallTeam && change.Leavers.Count * 2 > change.Before)
            {
                throw new RosterFault($"{change.Leavers.Count} of the {change.Before} members of '{team}' are not in {file} and would leave; nothing was changed. Look with --dry-run, then say --confirm-leavers.");
            }
        });
        var outcomes = joiners.Zip(change.Outcomes).ToLookup(pair => pair.Second, pair => pair.First.Email);
        return new ImportReport(
            [.. outcomes[JoinOutcome.Joined]], [.. outcomes[JoinOutcome.Extended]], outcomes[JoinOutcome.Unchanged].Count(), [.. outcomes[JoinOutcome.OptedOut]],
            change.Leavers,
            [.. rows.Where(row => row.Refusal is not null).Select(row => new RefusedRow(row.Line, row.Refusal!))]);
    }
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
    IReadOnlyList<RefusedRow> Refused);

internal sealed record RefusedRow(int Line, string Reason);

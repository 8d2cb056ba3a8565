using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>What the contact of a team does on its page: adds people by pasting them, and takes one out. An opt-out wins.</summary>
internal sealed class EditTeam(DigestSettings settings, Teams teams, TeamLists lists, TimeProvider time)
{
    public const int MostPasted = 1_000;

    private static readonly char[] Separators = [',', ';', '\t'];

    private const string Pasted = "What was pasted";

    /// <param name="text">One person a line: address, name, roles; a header line may stand first.</param>
    /// <param name="keep">False only shows what would happen.</param>
    /// <exception cref="RosterFault">The text as a whole is no list of people.</exception>
    public PasteReport Add(ListedTeam team, string text, bool keep)
    {
        var (roster, added) = WithHeader(text.Trim());
        var rows = new RosterFile(new RosterRoles(settings.Roles), team.Roles.Count > 0).Read(new RosterText(Pasted, roster));
        var joiners = rows.Select(row => row.Joiner).OfType<Joiner>().ToList();
        if (rows.Count > MostPasted)
        {
            throw new RosterFault($"More than {MostPasted} people were pasted; take fewer at a time.");
        }

        var members = lists.Members(team.Id).Select(member => EmailAddress.Normalise(member.Email)).ToHashSet(StringComparer.Ordinal);
        var outcomes = joiners.Zip(teams.Add(team.Key, joiners, (Actor.Organisation, time.GetUtcNow()), keep)).ToLookup(pair => pair.Second, pair => pair.First.Email);
        var extended = outcomes[JoinOutcome.Extended].ToLookup(email => members.Contains(EmailAddress.Normalise(email)));
        return new PasteReport(
            [.. outcomes[JoinOutcome.Joined], .. extended[false]],
            [.. extended[true]],
            outcomes[JoinOutcome.Unchanged].Count(),
            [.. outcomes[JoinOutcome.OptedOut]],
            [.. rows.Where(row => row.Refusal is not null).Select(row => new RefusedRow(row.Line - added, row.Refusal!))]);
    }

    /// <returns>False where nobody of this id is in the team.</returns>
    public bool Remove(ListedTeam team, long subscriberId) => teams.Remove(team.Id, subscriberId, (Actor.Organisation, time.GetUtcNow()));

    /// <summary>A team whose roster is watched is changed in that file, or the next look at it would undo the change.</summary>
    public bool FollowsFile(ListedTeam team) =>
        settings.Organisations.SelectMany(organisation => organisation.Teams).Any(organised => organised.Key == team.Key && organised.Roster is not null);

    // People paste lines, not files: a first line that holds an address is nobody's header.
    private static (string Roster, int Added) WithHeader(string text)
    {
        var first = text.Split('\n')[0];
        var separator = Separators.MaxBy(mark => first.Count(letter => letter == mark));
        return first.Contains('@', StringComparison.Ordinal) ? ($"email{separator}name{separator}role\n{text}", 1) : (text, 0);
    }
}

/// <summary>Addresses by what becomes of them.</summary>
/// <param name="Changed">Members who get other roles or areas.</param>
/// <param name="OptedOut">Cannot be added by others; the page does not say why.</param>
internal sealed record PasteReport(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, int Unchanged, IReadOnlyList<string> OptedOut, IReadOnlyList<RefusedRow> Refused);

using DigestWorker.Pipeline.Watching;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>Notes which watched rosters cannot be followed; the admin hears once that it is so, and once that it is over.</summary>
internal sealed class NoteRosters(Troubles troubles, NoteTroubles note)
{
    /// <param name="findings">By the key of the team.</param>
    public void Run(IReadOnlyDictionary<string, RosterFinding> findings)
    {
        var open = troubles.Open().Where(trouble => trouble.Topic == TroubleTopic.Rosters.Name).ToDictionary(trouble => trouble.Key, trouble => trouble.Words, StringComparer.Ordinal);
        note.Run(TroubleTopic.Rosters, findings.SelectMany(one => Troubles(one.Key, one.Value, open)));
    }

    // What was found of a team lasts where this look at its roster can say nothing else.
    private static IEnumerable<ServiceTrouble> Troubles(string team, RosterFinding finding, Dictionary<string, string> open) =>
        finding.Trouble is { } trouble
            ? [new(TroubleTopic.Rosters, Key(team, trouble), finding.Words!)]
            : Enum.GetValues<RosterTrouble>()
                .Where(finding.Leaves)
                .Select(left => Key(team, left))
                .Where(open.ContainsKey)
                .Select(key => new ServiceTrouble(TroubleTopic.Rosters, key, open[key]));

    private static string Key(string team, RosterTrouble trouble) => $"{team} {trouble}";
}

using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>Tells the admin once when a watched roster cannot be followed, and once when it can again.</summary>
internal sealed class TellRosters(Alerts alerts, TellTroubles tell)
{
    private static readonly TroubleTopic Topic = new(
        "rosters",
        "Digest: a roster needs a look",
        "Digest: a roster is in order again",
        "'subscribers import FILE --team TEAM --dry-run' shows what a roster would change and which rows have mistakes.");

    /// <param name="findings">By the key of the team.</param>
    public Task RunAsync(IReadOnlyDictionary<string, RosterFinding> findings, CancellationToken cancellationToken)
    {
        var told = alerts.Open(Topic.Name);
        return tell.RunAsync(Topic, findings.SelectMany(one => Troubles(one.Key, one.Value, told)).ToDictionary(StringComparer.Ordinal), cancellationToken);
    }

    // What was told of a team lasts where this look at its roster can say nothing else.
    private static IEnumerable<KeyValuePair<string, string>> Troubles(string team, RosterFinding finding, IReadOnlyDictionary<string, string> told) =>
        finding.Trouble is { } trouble
            ? [new(Key(team, trouble), finding.Words!)]
            : Enum.GetValues<RosterTrouble>()
                .Where(finding.Leaves)
                .Select(open => Key(team, open))
                .Where(told.ContainsKey)
                .Select(key => KeyValuePair.Create(key, told[key]));

    private static string Key(string team, RosterTrouble trouble) => $"{team} {trouble}";
}

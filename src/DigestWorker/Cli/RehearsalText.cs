using DigestWorker.Pipeline.Rehearsing;

namespace DigestWorker.Cli;

/// <summary>A rehearsal as an admin reads it: one screen, whoever many subscribers there are.</summary>
internal static class RehearsalText
{
    private const int MostGroups = 8, MostChanges = 6, MostAddresses = 3;

    public static IEnumerable<string> Of(Rehearsal rehearsal) =>
    [
        $"Edition {rehearsal.Week}, to {rehearsal.CutOff:yyyy-MM-dd HH:mm} UTC. Nothing was stored or sent.",
        .. rehearsal.NewSources.Count == 0 ? Array.Empty<string>() :
            [$"Nothing is stored of {string.Join(", ", rehearsal.NewSources)} yet: what a new source would bring is known only when it is read. 'sources try' reads one."],
        .. rehearsal.IsEmpty ? [$"Nothing would change, for {Printer.Count(rehearsal.Same, "subscriber")} and every role."] : Changes(rehearsal),
    ];

    private static IEnumerable<string> Changes(Rehearsal rehearsal)
    {
        var changed = rehearsal.Subscribers.Sum(group => group.Addresses.Count);
        return
        [
            $"{Printer.Count(changed, "subscriber")} would get another digest, {rehearsal.Same} the same.",
            .. rehearsal.Roles.SelectMany(role => Section($"For the role {role.Role}", role.Because, role.Changes)),
            .. rehearsal.Subscribers.Take(MostGroups).SelectMany(group => Group(group, rehearsal.Roles)),
            .. rehearsal.Subscribers.Count > MostGroups ? ["", $"and {Printer.Count(rehearsal.Subscribers.Count - MostGroups, "further outcome")}; --json shows them all"] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Group(RehearsedGroup group, IReadOnlyList<RehearsedRole> roles)
    {
        var whom = $"Same for {Printer.Count(group.Addresses.Count, "subscriber")} of {string.Join(", ", group.Roles)} ({Addresses(group.Addresses)})";
        return group.Because is null && roles.FirstOrDefault(role => group.Roles.Contains(role.Role, StringComparer.OrdinalIgnoreCase) && IsSame(role.Changes, group.Changes)) is { } role
            ? ["", $"{whom}: as for the role {role.Role}"]
            : Section(whom, group.Because, group.Changes);
    }

    private static bool IsSame(IReadOnlyList<ReleaseChange> one, IReadOnlyList<ReleaseChange> other) => one.Select(Key).SequenceEqual(other.Select(Key), StringComparer.Ordinal);

    private static string Key(ReleaseChange change) => $"{change.Type} {change.Release} {change.Before} {change.After}";

    private static IEnumerable<string> Section(string heading, string? because, IReadOnlyList<ReleaseChange> changes) =>
    [
        "",
        $"{heading}: {string.Join("; ", new[] { because, Counts(changes) }.OfType<string>())}",
        .. changes.Take(MostChanges).SelectMany(Change),
        .. changes.Count > MostChanges ? [$"  and {changes.Count - MostChanges} more; --json shows them all"] : Array.Empty<string>(),
    ];

    private static string? Counts(IReadOnlyList<ReleaseChange> changes) => changes.Count == 0
        ? null
        : string.Join(", ", changes.GroupBy(change => change.Type).OrderBy(same => same.Key).Select(same => $"{same.Count()} {same.Key.ToString().ToLowerInvariant()}"));

    private static IEnumerable<string> Change(ReleaseChange change) =>
    [
        $"  {Sign(change.Type)} [{change.Release}] {change.Title} ({Places(change)})",
        $"      {string.Join("; ", change.Because)}",
    ];

    private static string Sign(ChangeType type) => type switch
    {
        ChangeType.Added => "+",
        ChangeType.Dropped => "-",
        _ => "~",
    };

    private static string Places(ReleaseChange change) => string.Join(" -> ", new[] { change.Before, change.After }.OfType<DigestPosition>().Select(Place));

    private static string Place(DigestPosition position) => $"place {position.Rank}, {(position.InFull ? "in full" : "one-liner")}";

    private static string Addresses(IReadOnlyList<string> masked) => masked.Count > MostAddresses
        ? $"{string.Join(", ", masked.Take(MostAddresses))} and {masked.Count - MostAddresses} more"
        : string.Join(", ", masked);
}

using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Rehearsing;

/// <summary>Puts what two settings make of an edition side by side: per role, and per subscriber, those with the same outcome together.</summary>
internal sealed class CompareSides(RehearsedSide before, RehearsedSide after, SettingsChanges changes)
{
    private readonly CompareDigests _compare = new(new ChangeReasons(before.Settings, after.Settings, changes));
    private readonly Dictionary<(DigestOutcome?, DigestOutcome?, string), IReadOnlyList<ReleaseChange>> _known = [];

    public Rehearsal Run(Edition edition)
    {
        var everybody = before.Readers.Keys.Union(after.Readers.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Compare).ToList();
        return new Rehearsal(edition.Week.ToString(), edition.CutOff, Roles(), Groups(everybody), everybody.Count(one => one.IsSame)) { NewSources = changes.NewSources };
    }

    private IReadOnlyList<RehearsedRole> Roles() =>
        [.. before.Roles.Keys.Union(after.Roles.Keys, StringComparer.OrdinalIgnoreCase)
            .Select(id => (Id: id, Had: before.Roles.GetValueOrDefault(id), Has: after.Roles.GetValueOrDefault(id)))
            .Select(role => new RehearsedRole(
                role.Id,
                role.Had is null ? "the role is new" : role.Has is null ? "the role is removed" : null,
                _compare.Run(role.Had, role.Has)))
            .Where(role => role.Because is not null || role.Changes.Count > 0)];

    private static IReadOnlyList<RehearsedGroup> Groups(IEnumerable<Compared> everybody) =>
        [.. everybody.Where(one => !one.IsSame)
            .GroupBy(one => one.Key, StringComparer.Ordinal)
            .Select(same => new RehearsedGroup(same.First().Roles, [.. same.Select(one => EmailAddress.Masked(one.Address))], same.First().Because, same.First().Changes))
            .OrderByDescending(group => group.Addresses.Count)];

    private Compared Compare(string address)
    {
        var (had, has) = (before.Readers.GetValueOrDefault(address), after.Readers.GetValueOrDefault(address));
        return new Compared(address, (has ?? had)!.Reader.Subscriber.Roles, Because(address), Changes(had, has));
    }

    private string? Because(string address) => (before.Subscribed.Contains(address), after.Subscribed.Contains(address)) switch
    {
        (false, true) => "the subscriber is added",
        (true, false) => "the subscriber is removed",
        _ => null,
    };

    // Whoever shares a profile on both sides, and the roles and areas that explain it, shares what changes.
    private IReadOnlyList<ReleaseChange> Changes(ReaderOutcome? had, ReaderOutcome? has)
    {
        var key = (had?.Outcome, has?.Outcome, $"{Text(had)}|{Text(has)}");
        if (!_known.TryGetValue(key, out var found))
        {
            _known.Add(key, found = _compare.Run(had, has));
        }

        return found;
    }

    private static string Text(ReaderOutcome? one) => one is null ? "" : $"{string.Join(',', one.Reader.Subscriber.Roles)};{string.Join(',', one.Reader.Subscriber.Areas)}";

    private sealed record Compared(string Address, IReadOnlyList<string> Roles, string? Because, IReadOnlyList<ReleaseChange> Changes)
    {
        public bool IsSame => Because is null && Changes.Count == 0;

        public string Key => string.Join('\n', Changes.Select(change => $"{change.Type} {change.Release} {change.Before} {change.After} {string.Join('\t', change.Because)}")
            .Prepend($"{string.Join(',', Roles)} {Because}"));
    }
}

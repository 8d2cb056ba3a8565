using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>Knows the roles of the settings as rosters write them: by id or by name, in any letter case, with spaces for hyphens.</summary>
internal sealed class RosterRoles
{
    private static readonly char[] Separators = [';', '|', ','];

    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public RosterRoles(IReadOnlyList<Role> roles)
    {
        foreach (var (known, id) in roles.Select(role => (role.Id, role.Id)).Concat(roles.Select(role => (role.Name, role.Id))))
        {
            _ids.TryAdd(known, id);
        }
    }

    /// <param name="field">A name may hold a comma itself.</param>
    /// <returns>Ids, each once; what is no role stands there as it was written.</returns>
    public IReadOnlyList<string> Of(string field) => Find(field) is { } one
        ? [one]
        : [.. Words(field).Select(word => Find(word) ?? word).Distinct(StringComparer.Ordinal)];

    public bool Has(string id) => _ids.ContainsValue(id);

    public static IEnumerable<string> Words(string field) => field.Split(Separators).Select(Cells.Seen).Where(word => word.Length > 0);

    private string? Find(string text) => _ids.GetValueOrDefault(text) ?? _ids.GetValueOrDefault(text.Replace(' ', '-'));
}

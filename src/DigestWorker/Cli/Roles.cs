using DigestWorker.Settings;

namespace DigestWorker.Cli;

/// <summary>Role ids as they are typed.</summary>
internal static class Roles
{
    /// <returns>Roles that the settings have, as these write them, each once.</returns>
    public static IReadOnlyList<string> Ids(DigestSettings settings, IEnumerable<string> typed) =>
        [.. typed.Select(id => settings.Roles.First(role => role.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).Id).Distinct(StringComparer.Ordinal)];

    /// <returns>What to tell somebody who typed an id that the settings do not have; null for one that they do.</returns>
    public static string? Fault(DigestSettings settings, string id) =>
        settings.Roles.Any(role => role.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"'{id}' is not a role. The roles are: {string.Join(", ", settings.Roles.Select(role => role.Id))}.";
}

using DigestWorker.Settings;

namespace DigestWorker.Cli;

/// <summary>Role ids as they are typed.</summary>
internal static class Roles
{
    /// <returns>What to tell somebody who typed an id that the settings do not have; null for one that they do.</returns>
    public static string? Fault(DigestSettings settings, string id) =>
        settings.Roles.Any(role => role.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"'{id}' is not a role. The roles are: {string.Join(", ", settings.Roles.Select(role => role.Id))}.";
}

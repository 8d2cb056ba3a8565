using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Pipeline.Choosing;

/// <summary>What pages offer to choose from: the settings' roles and topics, and every area that the program knows by name.</summary>
internal sealed class Offer(DigestSettings settings)
{
    private readonly HashSet<string> _areas = new(UkAreas.Names, StringComparer.Ordinal);

    public IReadOnlyList<Role> Roles { get; } = [.. settings.Roles.OrderBy(role => role.Name, StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<Topic> Topics { get; } = [.. settings.Topics.OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The nations first, then all others by name.</summary>
    public IReadOnlyList<string> Areas { get; } =
        [.. UkAreas.Names.Where(UkAreas.Nations.Contains), .. UkAreas.Names.Where(area => !UkAreas.Nations.Contains(area)).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];

    public bool HasRole(string id) => Roles.Any(role => role.Id == id);

    /// <returns>Of a role that has left the settings its id, and that it has.</returns>
    public string NameOf(string role) =>
        Roles.FirstOrDefault(one => one.Id.Equals(role, StringComparison.OrdinalIgnoreCase))?.Name ?? $"'{role}', which is no role any more";

    public bool HasTopic(string id) => Topics.Any(topic => topic.Id == id);

    public bool HasArea(string name) => _areas.Contains(name);
}

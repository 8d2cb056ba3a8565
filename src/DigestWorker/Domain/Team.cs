namespace DigestWorker.Domain;

/// <summary>The people whom an organisation subscribes together, and what they follow between them.</summary>
/// <param name="Roles">Role ids, each once.</param>
public sealed record Team(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Areas)
{
    /// <summary>The teams that somebody gets the digest through, by name.</summary>
    public static IReadOnlyList<Team> Of(IEnumerable<Subscriber> subscribers) =>
        [.. subscribers
            .Where(subscriber => subscriber.State == SubscriberState.Active)
            .SelectMany(subscriber => subscriber.Teams.Select(name => (name, subscriber)))
            .GroupBy(member => member.name, member => member.subscriber, StringComparer.OrdinalIgnoreCase)
            .OrderBy(team => team.Key, StringComparer.OrdinalIgnoreCase)
            .Select(team => new Team(team.Key, Union(team.SelectMany(member => member.Roles)), Union(team.SelectMany(member => member.Areas))))];

    private static IReadOnlyList<string> Union(IEnumerable<string> values) =>
        [.. values.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}

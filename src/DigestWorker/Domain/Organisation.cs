namespace DigestWorker.Domain;

/// <summary>A partnership board or trust, as the settings name it, with the teams that it subscribes.</summary>
/// <param name="Key">Its id in the settings; what it is known by when its name changes.</param>
public sealed record Organisation(string Key, string Name, string? Contact, IReadOnlyList<OrganisedTeam> Teams);

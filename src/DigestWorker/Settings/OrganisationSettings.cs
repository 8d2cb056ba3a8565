namespace DigestWorker.Settings;

/// <summary>One organisation of <c>Organisations</c>, keyed by an id of its own.</summary>
internal sealed class OrganisationSettings
{
    public string? Name { get; init; }

    /// <summary>An address, with or without a name before it.</summary>
    public string? Contact { get; init; }

    public Dictionary<string, TeamSettings> Teams { get; init; } = [];
}

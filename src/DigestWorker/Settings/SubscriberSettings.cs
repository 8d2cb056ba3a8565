namespace DigestWorker.Settings;

/// <summary>One person of <c>Subscribers</c>: added when the program starts, never against an opt-out.</summary>
internal sealed class SubscriberSettings
{
    public string? Email { get; init; }

    public string? Name { get; init; }

    public List<string> Roles { get; init; } = [];

    public List<string> Areas { get; init; } = [];
}

using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>A team for whoever looks after it.</summary>
internal sealed record ListedTeam(long Id, string Key, string Name)
{
    public string? Organisation { get; init; }

    public string? Contact { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The quiet days that last or come next.</summary>
    public QuietDays? NextQuiet { get; init; }

    public IReadOnlyDictionary<SubscriberState, int> Members { get; init; } = new Dictionary<SubscriberState, int>();

    /// <summary>A watched roster was made true for it.</summary>
    public bool RosterWasFollowed { get; init; }
}

/// <param name="Roles">As the roster names them; none where those of the team are meant.</param>
/// <param name="Since">An instant, as it is stored.</param>
internal sealed record ListedMember(
    long Id, string Email, string? Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Areas, SubscriberState State, string Since);

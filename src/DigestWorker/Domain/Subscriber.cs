namespace DigestWorker.Domain;

public enum SubscriberState
{
    Active,
    Pending,
    Paused,
    Unsubscribed,
    Suppressed,
}

/// <summary>A person who gets the digest.</summary>
/// <param name="Roles">Role ids, at least one: the person's own choice or, without one, what admin and teams say.</param>
/// <param name="Teams">The teams that subscribe this person, by name; empty for somebody who joined alone.</param>
/// <param name="Since">When the present subscription began.</param>
public sealed record Subscriber(
    long Id,
    string Email,
    string? Name,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Areas,
    IReadOnlyList<string> Teams,
    SubscriberState State,
    DateTimeOffset Since)
{
    public Wishes Wishes { get; init; } = Wishes.None;

    /// <summary>The teams of <see cref="Teams"/> with all that is known of them, in the order in which they added this person.</summary>
    public IReadOnlyList<AddedBy> AddedBy { get; init; } = [];

    /// <summary>Since when the person's own asking stands; null for somebody whom others alone subscribed.</summary>
    public DateTimeOffset? AskedSince { get; init; }

    /// <summary>Opens this person's own pages; a secret.</summary>
    public string Token { get; init; } = "";
}

/// <summary>A team that added somebody.</summary>
/// <param name="Organisation">Null for a team that belongs to none.</param>
/// <param name="Contact">Of the team or, where it names none, of its organisation.</param>
public sealed record AddedBy(string Team, string? Organisation, string? Contact, DateTimeOffset Since);

/// <summary>Somebody to be subscribed, by an admin, a roster or the settings file.</summary>
/// <param name="Roles">Empty in a roster where the team's roles are meant.</param>
public sealed record Joiner(string Email, string? Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Areas);

/// <summary>Who asked for a subscription that stands beside any team.</summary>
public enum AskedBy
{
    Self,
    Admin,
    Settings,
}

/// <summary>Who changed something about a subscriber.</summary>
public enum Actor
{
    Subscriber,
    Admin,
    Organisation,
    Program,
}

public enum JoinOutcome
{
    Joined,

    /// <summary>Was subscribed already; further roles, areas or the team were added.</summary>
    Extended,

    /// <summary>Stood there already, as asked.</summary>
    Unchanged,

    /// <summary>Had unsubscribed or is suppressed: an opt-out wins, nothing was changed.</summary>
    OptedOut,
}

/// <summary>Somebody's own wish to get the digest.</summary>
/// <param name="Wording">What the page said about what is held and why.</param>
public sealed record Asking(string Email, IReadOnlyList<string> Roles, IReadOnlyList<string> Areas, string Wording);

using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>One person, as an admin needs to know them; also one whose subscription has ended.</summary>
/// <param name="ChoseRoles">The roles are the person's own choice, whatever teams say; the same for areas.</param>
/// <param name="PausedUntil">The first London day on which a digest may come again.</param>
internal sealed record Person(
    long Id, string Email, string? Name, SubscriberState State, DateTimeOffset Since, DateTimeOffset? EndedAt, string? EndedBecause, bool ChoseRoles, bool ChoseAreas, DateOnly? PausedUntil)
{
    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>What the person asked for beside roles and areas, in words.</summary>
    public IReadOnlyList<string> Wishes { get; init; } = [];

    public IReadOnlyList<PersonAsking> SubscribedBy { get; init; } = [];

    public IReadOnlyList<PersonTeam> Teams { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PersonDigest> Digests { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PersonChange> Changes { get; init; } = [];

    /// <summary>Where a keyed hash keeps others from subscribing the address.</summary>
    public OptOut? OptOut { get; init; }
}

/// <param name="Wording">What the page said, where the person asked.</param>
internal sealed record PersonAsking(AskedBy By, DateTimeOffset Since, string? Wording);

internal sealed record PersonTeam(string Name, string? Organisation, DateTimeOffset Since);

/// <param name="State">Null where what became of it is not kept any more.</param>
internal sealed record PersonDigest(string Week, DeliveryState? State, DateTimeOffset? SentAt, string? Reply);

internal sealed record PersonChange(DateTimeOffset At, Actor By, string What);

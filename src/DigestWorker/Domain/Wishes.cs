namespace DigestWorker.Domain;

/// <summary>What a subscriber asked for beside roles and areas.</summary>
/// <param name="Followed">Words or phrases: a release that has one comes whatever its topic.</param>
/// <param name="Muted">Words or phrases: a release that has one in its title does not come.</param>
/// <param name="TextOnly">Mails without the HTML part.</param>
public sealed record Wishes(IReadOnlyList<string> Followed, IReadOnlyList<string> Muted, bool TextOnly)
{
    public static readonly Wishes None = new([], [], TextOnly: false);
}

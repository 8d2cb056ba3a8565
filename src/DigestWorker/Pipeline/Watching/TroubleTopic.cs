namespace DigestWorker.Pipeline.Watching;

/// <summary>What a trouble is about, and how a mail about it begins and ends.</summary>
internal sealed record TroubleTopic(string Name, string Subject, string SubjectWhenOver, string SeeAlso)
{
    public static readonly TroubleTopic Sending = new(
        "sending", "Digest: sending needs a look", "Digest: sending is in order again", "'digest report' shows how an edition stands.");

    public static readonly TroubleTopic Sources = new(
        "sources", "Digest: a source needs a look", "Digest: a source is in order again", "'sources list' shows all of them.");

    public static readonly TroubleTopic Installation = new(
        "installation", "Digest: the installation needs a look", "Digest: the installation is in order again", "'status' shows how the service is.");

    public static readonly TroubleTopic Bounces = new(
        "bounces", "Digest: bounces cannot be read", "Digest: bounces are read again", "'bounces read' reads them at once.");

    public static readonly TroubleTopic Settings = new(
        "settings",
        "Digest: the changed settings cannot be used",
        "Digest: the settings are in order again",
        "'settings validate' shows every mistake with what to write instead.");

    public static readonly TroubleTopic Backups = new(
        "backup",
        "Digest: no backup could be made",
        "Digest: backups are made again",
        "'db check' says how the database is; 'db backup FILE' makes a backup at once.");

    public static readonly TroubleTopic Rosters = new(
        "rosters",
        "Digest: a roster needs a look",
        "Digest: a roster is in order again",
        "'subscribers import FILE --team TEAM --dry-run' shows what a roster would change and which rows have mistakes.");

    /// <summary>Those that can be judged at any time; of the others it is kept what the last work on them met.</summary>
    public static IReadOnlyList<TroubleTopic> Judged { get; } = [Sending, Sources, Installation];

    public static IReadOnlyList<TroubleTopic> All { get; } = [.. Judged, Settings, Backups, Bounces, Rosters];
}

/// <param name="Key">Stays the same as long as the trouble lasts; its own within the topic.</param>
/// <param name="Words">What is wrong and what to do, without an address.</param>
internal sealed record ServiceTrouble(TroubleTopic Topic, string Key, string Words);

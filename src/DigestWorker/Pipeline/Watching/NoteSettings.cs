using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Watching;

/// <summary>
/// Keeps that a changed settings file cannot be used, for as long as that is so. Each machine has a file of its own; what another
/// one says of its file is kept for as long as it goes on saying so.
/// </summary>
internal sealed class NoteSettings(DigestSettings settings, Troubles troubles, NoteTroubles note, TimeProvider time)
{
    private static readonly string Key = $"file on {Environment.MachineName}";

    // Each says so every minute, and clocks differ; a machine that was replaced says nothing any more.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    /// <summary>What is wrong with the file as it is now, in a sentence; null where nothing is.</summary>
    public string? Fault { get; set; }

    // A file of SQLite has one service, whatever its machine was called before.
    private bool IsShared => settings.Storage.Provider == StorageProvider.Postgres;

    public void Run()
    {
        note.Run(TroubleTopic.Settings, [.. OfOthers(), .. Own()]);
        if (IsShared && Fault is not null)
        {
            troubles.SayAgain(TroubleTopic.Settings.Name, Key, time.GetUtcNow());
        }
    }

    private IEnumerable<ServiceTrouble> Own() => Fault is { } fault ? [new(TroubleTopic.Settings, Key, fault)] : [];

    private IEnumerable<ServiceTrouble> OfOthers() => !IsShared ? [] : troubles.Open()
        .Where(open => open.Topic == TroubleTopic.Settings.Name && open.Key != Key && IsSaid(open))
        .Select(open => new ServiceTrouble(TroubleTopic.Settings, open.Key, open.Words));

    private bool IsSaid(StoredTrouble trouble) => trouble.SaidAt is not { } at || (time.GetUtcNow() - at).Duration() < Kept;
}

using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Watching;

/// <summary>Keeps that a changed settings file cannot be used, for as long as that is so. Each machine has a file of its own.</summary>
internal sealed class NoteSettings(Troubles troubles, NoteTroubles note)
{
    private static readonly string Key = $"file on {Environment.MachineName}";

    /// <summary>What is wrong with the file as it is now, in a sentence; null where nothing is.</summary>
    public string? Fault { get; set; }

    public void Run() => note.Run(TroubleTopic.Settings, [.. OfOthers(), .. Own()]);

    private IEnumerable<ServiceTrouble> Own() => Fault is { } fault ? [new(TroubleTopic.Settings, Key, fault)] : [];

    private IEnumerable<ServiceTrouble> OfOthers() => troubles.Open()
        .Where(open => open.Topic == TroubleTopic.Settings.Name && open.Key != Key)
        .Select(open => new ServiceTrouble(TroubleTopic.Settings, open.Key, open.Words));
}

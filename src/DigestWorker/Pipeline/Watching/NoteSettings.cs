namespace DigestWorker.Pipeline.Watching;

/// <summary>Keeps that a changed settings file cannot be used, for as long as that is so.</summary>
internal sealed class NoteSettings(NoteTroubles note)
{
    /// <summary>What is wrong with the file as it is now, in a sentence; null where nothing is.</summary>
    public string? Fault { get; set; }

    public void Run() => note.Run(TroubleTopic.Settings, Fault is { } fault ? [new ServiceTrouble(TroubleTopic.Settings, "file", fault)] : []);
}

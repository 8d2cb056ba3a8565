namespace DigestWorker.Pipeline;

/// <summary>Tells the admin once when a changed settings file cannot be used, and once when one can again.</summary>
internal sealed class TellSettings(TellTroubles tell)
{
    private static readonly TroubleTopic Topic = new(
        "settings",
        "Digest: the changed settings cannot be used",
        "Digest: the settings are in order again",
        "'settings validate' shows every mistake with what to write instead.");

    /// <summary>What is wrong with the file as it is now, in a sentence; null where nothing is.</summary>
    public string? Fault { get; set; }

    public Task RunAsync(CancellationToken cancellationToken) =>
        tell.RunAsync(Topic, Troubles().ToDictionary(StringComparer.Ordinal), cancellationToken);

    private IEnumerable<KeyValuePair<string, string>> Troubles()
    {
        if (Fault is { } fault)
        {
            yield return new("file", fault);
        }
    }
}

namespace DigestWorker.Pipeline;

/// <summary>Tells the admin once when the mailbox of bounces cannot be worked on, and once when it can again.</summary>
internal sealed class TellBounces(TellTroubles tell)
{
    private static readonly TroubleTopic Topic = new(
        "bounces",
        "Digest: bounces cannot be read",
        "Digest: bounces are read again",
        "'bounces read' reads them at once.");

    public Task RunAsync(BounceReport report, CancellationToken cancellationToken) =>
        tell.RunAsync(Topic, Troubles(report).ToDictionary(StringComparer.Ordinal), cancellationToken);

    private static IEnumerable<KeyValuePair<string, string>> Troubles(BounceReport report)
    {
        if (report.Fault is { } fault)
        {
            yield return new("mailbox", fault);
        }
    }
}

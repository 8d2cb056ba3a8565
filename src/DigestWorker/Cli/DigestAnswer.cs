using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;

namespace DigestWorker.Cli;

/// <summary>What <c>digest</c> did or would do.</summary>
/// <param name="Sent">Null for a dry run, or while another process sends.</param>
internal sealed record DigestAnswer(string Week, int Composed, int NothingNew, SendReport? Sent, IReadOnlyList<DigestAnswer.One> Digests)
{
    private const int MostRows = 50;

    public static void Print(PublishReport published, SendReport? sent, bool dryRun, bool json)
    {
        if (json)
        {
            Printer.Json(Of(published, sent));
            return;
        }

        if (published.Digests.Count > 0)
        {
            Printer.Table(["Subscriber", "Roles", "Full", "One-liners", "More", "Subject"], published.Digests.Take(MostRows).Select(Row));
            Printer.Lines(published.Digests.Count > MostRows ? [$"and {published.Digests.Count - MostRows} more"] : []);
        }

        Printer.Line($"Edition {published.Edition.Week}: {Printer.Count(published.Digests.Count, "digest")} "
            + $"{(dryRun ? "would be composed" : "composed")}, nothing new for {published.NothingNew}. {Sending(sent, dryRun)}");
    }

    private static string Sending(SendReport? sent, bool dryRun) =>
        dryRun ? "Dry run: nothing was kept or sent."
        : sent is null ? "Another process sends from this database or works on it alone; what is due goes out by it, or at the service's next turn."
        : $"{sent.Sent} sent, {sent.Deferred} put off, {sent.Failed} failed, {sent.Suppressed} not sent because the subscription had ended or was paused."
            + (sent.Held > 0 ? $" {sent.Held} held: 'digest report' says why." : "")
            + (sent.Stopped is { } because ? $" Sending stopped: {because.TrimEnd('.')}." : "");

    private static DigestAnswer Of(PublishReport published, SendReport? sent) => new(
        published.Edition.Week.ToString(),
        published.Digests.Count,
        published.NothingNew,
        sent,
        [.. published.Digests.Select(digest => new One(
            digest.Subscriber.Email, digest.Subscriber.Roles, digest.Profile.Subject, [.. digest.Composed.Releases.Select(sent => sent.ReleaseId)]))]);

    private static string[] Row(PublishedDigest digest) =>
    [
        digest.Subscriber.Email,
        string.Join(", ", digest.Subscriber.Roles),
        $"{digest.Selection.Full.Count}",
        $"{digest.Selection.OneLiners.Count}",
        $"{digest.Selection.More}",
        digest.Profile.Subject,
    ];

    internal sealed record One(string Subscriber, IReadOnlyList<string> Roles, string Subject, IReadOnlyList<long> Releases);
}

using DigestWorker.Domain;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Tells the admin once when sending is in trouble or an edition is not complete in time, and once when that is over.</summary>
internal sealed class TellSending(
    DigestSettings settings,
    SendingPauses pauses,
    EditionReports reports,
    Canary canary,
    TellTroubles tell,
    TimeProvider time)
{
    private static readonly TroubleTopic Topic = new(
        "sending",
        "Digest: sending needs a look",
        "Digest: sending is in order again",
        "'digest report' shows how an edition stands.");

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(28);

    /// <param name="report">Of the run before; while a pause lasts nothing was tried, and the server is not asked for an alert either.</param>
    /// <param name="leftOut">The edition that was due and is not to be composed any more.</param>
    public async Task RunAsync(SendReport? report, EditionWeek? leftOut, CancellationToken cancellationToken)
    {
        if (report is null or { IsWaiting: true })
        {
            return;
        }

        await tell.RunAsync(Topic, Troubles(leftOut).ToDictionary(StringComparer.Ordinal), cancellationToken);
    }

    private IEnumerable<KeyValuePair<string, string>> Troubles(EditionWeek? leftOut)
    {
        var now = time.GetUtcNow();
        if (pauses.Find() is { } pause)
        {
            yield return new("stopped", $"Sending stopped: {pause.Reason}. Nobody was marked for it, and it is tried again at {pause.Until:u}.");
        }

        if (leftOut is not null)
        {
            yield return new($"left out {leftOut}", $"Edition {leftOut} was left out: it was due more than {settings.Delivery.TooLateDays} days before the service could compose it. "
                + $"The next digest covers its time; 'digest --week {leftOut}' publishes it now.");
        }

        foreach (var edition in reports.Incomplete(now - Remembered, now - TimeSpan.FromHours(settings.Alerts.EditionHours)))
        {
            var report = reports.Of(edition);
            yield return new($"edition {edition.Week}", $"Edition {edition.Week} is not complete: of {report.Digests} digests {report.Of(DeliveryState.Sent)} are sent, "
                + $"{report.Of(DeliveryState.Held)} held, {report.Open - report.Of(DeliveryState.Held)} waiting and {report.Of(DeliveryState.Failed)} failed.");
        }

        foreach (var (week, words) in canary.Missing(now - Remembered, now - TimeSpan.FromHours(settings.Alerts.EditionHours)))
        {
            yield return new($"canary {week}", words);
        }
    }
}

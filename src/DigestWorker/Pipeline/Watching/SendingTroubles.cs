using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Watching;

/// <summary>What keeps editions from their subscribers.</summary>
/// <param name="lastDue">When the schedule had an edition due last before an instant; null where it never did.</param>
internal sealed class SendingTroubles(
    DigestSettings settings,
    SendingPauses pauses,
    Editions editions,
    EditionReports reports,
    LateEditions late,
    Canary canary,
    Func<DateTimeOffset, DateTimeOffset?> lastDue,
    TimeProvider time)
{
    // Fewer that come back say nothing about the rest.
    private const int FewestReturned = 5;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(28), Returning = TimeSpan.FromDays(14);

    public IEnumerable<ServiceTrouble> Run()
    {
        var now = time.GetUtcNow();
        var inTime = now - TimeSpan.FromHours(settings.Alerts.EditionHours);
        return
        [
            .. pauses.Find() is { } pause ? [Stopped(pause)] : Array.Empty<ServiceTrouble>(),
            .. lastDue(now) is { } due ? Late(due) : [],
            .. reports.Incomplete(now - Remembered, inTime).Select(Incomplete),
            .. canary.Missing(now - Remembered, inTime).Select(missing => new ServiceTrouble(TroubleTopic.Sending, missing.Key, missing.Words)),
            .. ComingBack(now),
        ];
    }

    private static ServiceTrouble Stopped(SendingPause pause) => new(
        TroubleTopic.Sending, "stopped", $"Sending stopped: {pause.Reason}. Nobody was marked for it, and it is tried again on {DateWords.At(pause.Until)}.");

    private IEnumerable<ServiceTrouble> Late(DateTimeOffset due)
    {
        if (late.Late(due) is { } week)
        {
            yield return new(TroubleTopic.Sending, $"late {week}", late.IsLeftOut(due)
                ? $"Edition {week} was left out: it was due more than {settings.Delivery.TooLateDays} days before the service could compose it. "
                    + $"The next digest covers its time; 'digest --week {week}' publishes it now."
                : $"Edition {week} is late: it was due on {DateWords.At(due)} and is not composed to its end. "
                    + $"The service does that as soon as it runs and can; 'digest --week {week}' does it now.");
        }
    }

    private ServiceTrouble Incomplete(Edition edition)
    {
        var report = reports.Of(edition);
        return new(TroubleTopic.Sending, $"edition {edition.Week}", $"Edition {edition.Week} is not complete: of {report.Digests} digests {report.Of(DeliveryState.Sent)} are sent, "
            + $"{report.Of(DeliveryState.Held)} held, {report.Open - report.Of(DeliveryState.Held)} waiting and {report.Of(DeliveryState.Failed)} failed.");
    }

    private IEnumerable<ServiceTrouble> ComingBack(DateTimeOffset now)
    {
        var counts = editions.Weeks(now - Returning, now).Select(editions.Find).OfType<Edition>().Select(reports.Returned).ToList();
        var (tried, returned) = (counts.Sum(count => count.Tried), counts.Sum(count => count.Returned));
        if (returned >= FewestReturned && returned * 100L > tried * (long)settings.Alerts.BouncePercent)
        {
            yield return new(TroubleTopic.Sending, "coming back", $"Of the {tried} digests of the last two weeks {returned} came back or were refused, more than {settings.Alerts.BouncePercent} in a hundred. "
                + "'digest report' shows why; where servers name a policy or a list, ask them, and compare what 'status --check' says of your DNS.");
        }
    }
}

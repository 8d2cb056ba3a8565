using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Pipeline.Sharing;
using DigestWorker.Pipeline.Website;
using DigestWorker.Settings;

namespace DigestWorker.Scheduling;

/// <summary>What the clock asks for. Whether an edition is due is read from calendar and database, so being late changes nothing.</summary>
internal sealed partial class Weekly(
    DigestSettings settings,
    Turn turn,
    CollectRound collect,
    FollowRosters followRosters,
    FollowSettings followSettings,
    DeliverEdition deliver,
    ComposeDue compose,
    DueSources due,
    PublishFiles files,
    TimeProvider time,
    ILogger<Weekly> logger)
{
    private readonly DateTimeOffset _begun = time.GetUtcNow();
    private bool _hasCollected;

    /// <summary>From a host with other settings: what that one has read need not be read again at once.</summary>
    public bool TakesOver { get; set; }

    public Task CollectAsync(CancellationToken stopping) => turn.RunAsync(async () =>
    {
        await collect.RunAsync(due.Now(ofItsPace: true), readSince: null, stopping);
        await WriteFilesAsync(stopping);
    });

    /// <summary>
    /// Whatever the database says is missing, stuck or due again; nothing where all is done. Before an edition is composed, and at
    /// the first turn of the process, everything is collected: what came since a slow source was asked last belongs into it.
    /// </summary>
    public Task PublishDueAsync(CancellationToken stopping) => turn.RunAsync(async () =>
    {
        followRosters.Run();
        if (!_hasCollected)
        {
            // Whoever is taken over only when the edition is composed came after it was due.
            followSettings.TryRun();
        }

        var fired = Cron.LastFiring(settings.Schedule.PublishCron, settings.Schedule.TimeZone, time.GetUtcNow());
        var isMissing = fired is { } at && compose.IsMissing(at);
        var collects = !_hasCollected || isMissing;
        if (collects)
        {
            await collect.RunAsync(due.Now(ofItsPace: TakesOver && !isMissing), readSince: isMissing ? null : _begun, stopping);
            _hasCollected = true;
        }

        await (fired is null ? deliver.SendDueAsync(stopping) : deliver.RunDueAsync(fired.Value, stopping));
        if (collects)
        {
            await WriteFilesAsync(stopping);
        }
    });

    // Feeds and calendars can wait for the next turn; mails never wait for them.
    private async Task WriteFilesAsync(CancellationToken stopping)
    {
        if (settings.Web is not { PublicFolder: { } folder, PublicUrl: { } address })
        {
            return;
        }

        try
        {
            await files.RunAsync(folder, new Uri(address), stopping);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            NotWritten(fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Feeds, calendars and public copies could not be written: {Reason}")]
    private partial void NotWritten(string reason);
}

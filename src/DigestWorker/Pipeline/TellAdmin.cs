using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Tells the admin once when a source has come into trouble that lasts, and once when it is back; never at each attempt. What
/// was told is noted after it was handed over, so a telling that is cut off is made again rather than lost.
/// </summary>
internal sealed partial class TellAdmin(
    DigestSettings settings,
    JudgeSources judge,
    SourceHealths healths,
    AdminMail mail,
    TimeProvider time,
    ILogger<TellAdmin> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var news = judge.Run().Select(Alert).OfType<SourceAlert>().ToList();
        if (news.Count == 0 || !await SendAsync(news, cancellationToken))
        {
            return;
        }

        foreach (var alert in news)
        {
            healths.Told(alert.Source, alert.State);
            Told(alert.Source, alert.State, alert.Words);
        }
    }

    private SourceAlert? Alert(SourceHealth health) => health.State switch
    {
        SourceState.Silent or SourceState.Gone or SourceState.Misconfigured => Once(health),
        SourceState.Failing or SourceState.Blocked when time.GetUtcNow() - health.FailingSince >= AfterHours => Once(health),
        SourceState.Working or SourceState.Moved when IsBack(health) =>
            new SourceAlert(health.Name, SourceState.Working, $"{health.Name} is back: it was read again."),
        _ => null,
    };

    private TimeSpan AfterHours => TimeSpan.FromHours(settings.Alerts.SourceHours);

    private static bool IsBack(SourceHealth health) => health.Told is not (null or nameof(SourceState.Working));

    private static SourceAlert? Once(SourceHealth health) =>
        health.Told == health.State.ToString() ? null : new SourceAlert(health.Name, health.State, SourceWords.Trouble(health));

    private Task<bool> SendAsync(List<SourceAlert> alerts, CancellationToken cancellationToken) => mail.SendAsync(
        alerts.Count == 1 ? $"Digest source: {alerts[0].Source}" : $"Digest sources: {alerts.Count} have changed",
        [.. alerts.Select(alert => alert.Words)],
        "'sources list' shows all of them.",
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} is now {State}: {Words}")]
    private partial void Told(string source, SourceState state, string words);
}

internal sealed record SourceAlert(string Source, SourceState State, string Words);

using System.Net.Mail;
using DigestWorker.Delivering;
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
    Func<DeliverySettings, IMailTransport> transports,
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

    /// <returns>False when the mail could not be handed over; then the telling is made again.</returns>
    private async Task<bool> SendAsync(IReadOnlyList<SourceAlert> alerts, CancellationToken cancellationToken)
    {
        if (settings.Alerts.To is not { } address)
        {
            return true;
        }

        var message = AdminMessage.Of(settings, new MailAddress(address), alerts, time.GetUtcNow());
        await using var transport = transports(settings.Delivery);
        var envelope = new Envelope(message.From.Address, message.To.Address, message.MessageId);
        var reply = await transport.SendAsync(envelope, MimeWriter.Write(message), cancellationToken);
        if (reply.Outcome != TransportOutcome.Accepted)
        {
            NotTold(reply.Stage, reply.Text);
        }

        return reply.Outcome == TransportOutcome.Accepted;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Source} is now {State}: {Words}")]
    private partial void Told(string source, SourceState state, string words);

    [LoggerMessage(Level = LogLevel.Error, Message = "The admin could not be told (stage {Stage}): {Reply}")]
    private partial void NotTold(TransportStage stage, string reply);
}

internal sealed record SourceAlert(string Source, SourceState State, string Words);

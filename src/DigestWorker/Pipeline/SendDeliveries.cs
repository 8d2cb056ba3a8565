using System.Net.Mail;
using DigestWorker.Composing;
using DigestWorker.Delivering;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Sends whatever the database says is due, and notes after each what came of it.</summary>
internal sealed partial class SendDeliveries(
    DigestSettings settings,
    Database database,
    Deliveries deliveries,
    Bounces bounces,
    Digests digests,
    TimeProvider time,
    ILogger<SendDeliveries> logger)
{
    private const int Batch = 100;

    // RFC 5321 §4.5.4.1 wants half an hour before the first retry; doubled each time, to a day.
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(30), LongestRetry = TimeSpan.FromDays(1);

    private readonly Dictionary<long, Profile> _profiles = [];

    /// <returns>Null while another process sends from this database; it will find everything that is due.</returns>
    public async Task<SendReport?> RunAsync(IMailTransport transport, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var held = SenderLock.TryTake(database);
        if (held is null)
        {
            AnotherSends();
            return null;
        }

        deliveries.TakeOver();
        var report = await SendAllAsync(transport, progress, cancellationToken);
        Done(report.Sent, report.Deferred, report.Failed, report.Suppressed);
        return report;
    }

    private async Task<SendReport> SendAllAsync(IMailTransport transport, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var report = new SendReport(0, 0, 0, 0);
        while (deliveries.Due(time.GetUtcNow(), Batch) is { Count: > 0 } due)
        {
            foreach (var delivery in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report = report.And(await SendAsync(transport, delivery, cancellationToken));
                progress?.Report(report.Total);
            }
        }

        return report;
    }

    private async Task<DeliveryState> SendAsync(IMailTransport transport, DueDelivery delivery, CancellationToken cancellationToken)
    {
        if (!deliveries.Claim(delivery.Id))
        {
            return DeliveryState.Suppressed;
        }

        var profile = ProfileOf(delivery);
        var person = new PersonalPart(
            delivery.Recipient, delivery.RecipientName, delivery.MessageId, delivery.ComposedAt, delivery.Why, delivery.Token);
        return Note(delivery, await transport.SendAsync(
            DigestMessage.Envelope(profile, person, BouncesOf(delivery)), DigestMessage.Write(profile, person), cancellationToken));
    }

    private string? BouncesOf(DueDelivery delivery) =>
        settings.Delivery.BounceAddress is { } mailbox && delivery.BounceToken.Length > 0 ? BounceAddress.Of(mailbox, delivery.BounceToken) : null;

    private DeliveryState Note(DueDelivery delivery, TransportReply reply)
    {
        switch (reply.Outcome)
        {
            case TransportOutcome.Accepted:
                deliveries.Sent(delivery.Id, reply.Text, time.GetUtcNow());
                return DeliveryState.Sent;
            case TransportOutcome.Refused when reply.Stage == TransportStage.Recipient:
                NoteRefusal(delivery.Id, reply.Text);
                Refused(delivery.Id, reply.Text);
                return DeliveryState.Failed;
            default:
                var state = reply.Outcome == TransportOutcome.Unknown ? DeliveryState.Unknown : DeliveryState.Deferred;
                deliveries.Again(delivery.Id, state, reply.Text, time.GetUtcNow() + RetryAfter(delivery.Attempts));
                PutOff(delivery.Id, reply.Stage, reply.Text);
                return state;
        }
    }

    private void NoteRefusal(long delivery, string reply)
    {
        if (StatusCode.OfReply(reply) is { } code)
        {
            bounces.KeepReply(delivery, code.AtRecipient, code.ToString(), time.GetUtcNow());
        }

        deliveries.Failed(delivery, reply);
    }

    private static TimeSpan RetryAfter(int attempts)
    {
        var doubled = FirstRetry * Math.Pow(2, Math.Min(attempts, 10));
        return doubled < LongestRetry ? doubled : LongestRetry;
    }

    private Profile ProfileOf(DueDelivery delivery)
    {
        if (!_profiles.TryGetValue(delivery.ProfileId, out var profile))
        {
            _profiles.Clear();
            _profiles.Add(delivery.ProfileId, profile = digests.Profile(delivery.ProfileId));
        }

        return profile;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deliveries: {Sent} sent, {Deferred} put off, {Failed} failed, {Suppressed} suppressed")]
    private partial void Done(int sent, int deferred, int failed, int suppressed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another process sends from this database; it takes over what is due")]
    private partial void AnotherSends();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} was refused for good: {Reply}")]
    private partial void Refused(long delivery, string reply);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} is put off at stage {Stage}: {Reply}")]
    private partial void PutOff(long delivery, TransportStage stage, string reply);
}

/// <summary>How the deliveries of one run ended.</summary>
/// <param name="Deferred">To be tried again later, unknown ones included.</param>
internal sealed record SendReport(int Sent, int Deferred, int Failed, int Suppressed)
{
    public int Total => Sent + Deferred + Failed + Suppressed;

    public SendReport And(DeliveryState state) => state switch
    {
        DeliveryState.Sent => this with { Sent = Sent + 1 },
        DeliveryState.Failed => this with { Failed = Failed + 1 },
        DeliveryState.Suppressed => this with { Suppressed = Suppressed + 1 },
        _ => this with { Deferred = Deferred + 1 },
    };
}

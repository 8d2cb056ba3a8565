using DigestWorker.Composing;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Publishes an edition and sends what is due: the whole of a Monday morning, as often repeated as one likes.</summary>
internal sealed class DeliverEdition(
    DigestSettings settings,
    FollowSettings follow,
    Deliveries deliveries,
    Pauses pauses,
    OtherSpellings spellings,
    PublishEdition publish,
    ComposeDue compose,
    SendDeliveries send,
    Func<DeliverySettings, IMailTransport> transports,
    TimeProvider time)
{
    /// <summary>By an admin's hand: nothing is too late, and what is held of the edition goes out too.</summary>
    /// <param name="wanted">Null for everybody.</param>
    /// <param name="folder">Where mails are written instead of being sent; null for the transport of the settings.</param>
    public async Task<(PublishReport Published, SendReport? Sent)> RunAsync(
        EditionWeek week, Func<Subscriber, bool>? wanted, string? folder, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        follow.Run();
        pauses.End(time.GetUtcNow());
        spellings.End(time.GetUtcNow());
        var published = publish.Run(week, wanted ?? (_ => true), cancellationToken);
        if (wanted is null)
        {
            compose.DoneByHand(published.Edition);
        }

        deliveries.Release(week, time.GetUtcNow());
        return (published, await send.RunAsync(Order(folder, byHand: true), progress, cancellationToken));
    }

    /// <summary>
    /// By the schedule: composes what is due of the edition unless that is done, then sends what is due.
    /// </summary>
    /// <param name="fired">When the edition was due.</param>
    public async Task<SendReport?> RunDueAsync(DateTimeOffset fired, CancellationToken cancellationToken)
    {
        pauses.End(time.GetUtcNow());
        if (compose.IsMissing(fired))
        {
            follow.TryRun();
            spellings.End(time.GetUtcNow());
            send.Sweep();
            compose.Run(fired, cancellationToken);
        }

        return await SendDueAsync(cancellationToken);
    }

    public Task<SendReport?> SendDueAsync(CancellationToken cancellationToken) =>
        send.RunAsync(Order(folder: null, byHand: false), progress: null, cancellationToken);

    /// <summary>Composes as publishing does, keeps nothing, and writes the messages only where a folder is named.</summary>
    public async Task<PublishReport> DryRunAsync(
        EditionWeek week, Func<Subscriber, bool> wanted, string? folder, CancellationToken cancellationToken)
    {
        var published = publish.DryRun(week, wanted, cancellationToken);
        if (folder is not null)
        {
            await using var transport = transports(In(folder));
            foreach (var composed in published.Digests.Select(digest => digest.For(week)))
            {
                var message = new DigestMessage(composed.Profile);
                await transport.SendAsync(message.Envelope(Person(composed)), message.Write(Person(composed)), cancellationToken);
            }
        }

        return published;
    }

    private PersonalPart Person(ComposedFor composed) =>
        new(composed.Subscriber.Email, composed.Subscriber.Name, composed.MessageId, time.GetUtcNow(), new OwnLines(composed.Why, composed.Notice, composed.Subscriber.Token));

    private SendingOrder Order(string? folder, bool byHand)
    {
        var via = In(folder);
        return new SendingOrder(() => transports(via), via.Transport == TransportKind.Smtp ? via.Smtp.Connections : 1, byHand);
    }

    private DeliverySettings In(string? folder) => folder is null
        ? settings.Delivery
        : settings.Delivery with { Transport = TransportKind.Pickup, PickupFolder = folder };
}

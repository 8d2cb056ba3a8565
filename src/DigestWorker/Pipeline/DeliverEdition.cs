using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Publishes an edition and sends what is due: the whole of a Monday morning, as often repeated as one likes.</summary>
internal sealed class DeliverEdition(
    DigestSettings settings,
    Subscribers subscribers,
    PublishEdition publish,
    SendDeliveries send,
    Func<DeliverySettings, IMailTransport> transports,
    TimeProvider time)
{
    /// <param name="folder">Where mails are written instead of being sent; null for the transport of the settings.</param>
    public async Task<(PublishReport Published, SendReport? Sent)> RunAsync(
        EditionWeek week, Func<Subscriber, bool> wanted, string? folder, CancellationToken cancellationToken)
    {
        FollowSettings();
        var published = publish.Run(week, wanted, cancellationToken);
        return (published, await SendDueAsync(folder, cancellationToken));
    }

    public async Task<SendReport?> SendDueAsync(string? folder, CancellationToken cancellationToken)
    {
        await using var transport = transports(folder is null ? settings.Delivery : InFolder(folder));
        return await send.RunAsync(transport, progress: null, cancellationToken);
    }

    /// <summary>Composes as publishing does, keeps nothing, and writes the messages only where a folder is named.</summary>
    public async Task<PublishReport> DryRunAsync(
        EditionWeek week, Func<Subscriber, bool> wanted, string? folder, CancellationToken cancellationToken)
    {
        var published = publish.DryRun(week, wanted, cancellationToken);
        if (folder is not null)
        {
            await using var transport = transports(InFolder(folder));
            foreach (var composed in published.Digests.Select(digest => digest.For(week)))
            {
                await transport.SendAsync(
                    DigestMessage.Envelope(composed.Profile, Person(composed)), DigestMessage.Write(composed.Profile, Person(composed)), cancellationToken);
            }
        }

        return published;
    }

    private PersonalPart Person(ComposedFor composed) =>
        new(composed.Subscriber.Email, composed.Subscriber.Name, composed.MessageId, time.GetUtcNow(), composed.Why, composed.Subscriber.Token);

    private DeliverySettings InFolder(string folder) =>
        settings.Delivery with { Transport = TransportKind.Pickup, PickupFolder = folder };

    /// <summary>Takes over the people whom the settings file names.</summary>
    public void FollowSettings() => subscribers.Follow(
        [.. settings.Subscribers.Select(one => new Joiner(one.Email!, one.Name, one.Roles, one.Areas))], time.GetUtcNow());
}

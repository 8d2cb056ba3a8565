using DigestWorker.Delivering;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>Makes the mails of deliveries; what many share is read and encoded once.</summary>
internal sealed class DigestMessages(DeliverySettings settings, Digests digests)
{
    // Deliveries come in the order of their profiles, so few are in use at a time.
    private const int MostKept = 16;

    private readonly Dictionary<long, DigestMessage> _byProfile = [];

    public PreparedDelivery Prepare(DueDelivery delivery)
    {
        var message = OfProfile(delivery.ProfileId);
        var person = new PersonalPart(
            delivery.Recipient, delivery.RecipientName, delivery.MessageId, delivery.ComposedAt, delivery.Why, delivery.Token);
        return new PreparedDelivery(delivery, message.Envelope(person, BouncesOf(delivery)), message.Write(person));
    }

    private DigestMessage OfProfile(long id)
    {
        if (!_byProfile.TryGetValue(id, out var message))
        {
            if (_byProfile.Count == MostKept)
            {
                _byProfile.Clear();
            }

            _byProfile.Add(id, message = new DigestMessage(digests.Profile(id)));
        }

        return message;
    }

    private string? BouncesOf(DueDelivery delivery) =>
        settings.BounceAddress is { } mailbox && delivery.BounceToken.Length > 0 ? BounceAddress.Of(mailbox, delivery.BounceToken) : null;
}

/// <summary>A claimed delivery and the mail that it is.</summary>
internal sealed record PreparedDelivery(DueDelivery Delivery, Envelope Envelope, ReadOnlyMemory<byte> Message);

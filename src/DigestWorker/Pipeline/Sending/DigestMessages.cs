using DigestWorker.Composing;
using DigestWorker.Delivering;
using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Sending;

/// <summary>Makes the mails of deliveries; what many share is read and encoded once.</summary>
internal sealed class DigestMessages(DeliverySettings settings, Profiles profiles)
{
    // Some 75 kB each: a national edition's profiles find room together.
    private const int MostKept = 1_000;

    private readonly Lock _turn = new();
    private readonly Dictionary<long, DigestMessage> _byProfile = [];

    public PreparedDelivery Prepare(DueDelivery delivery)
    {
        var message = OfProfile(delivery.ProfileId);
        var person = new PersonalPart(
            delivery.Recipient, delivery.RecipientName, delivery.MessageId, delivery.ComposedAt, new OwnLines(delivery.Why, delivery.Notice, delivery.Token));
        return new PreparedDelivery(delivery, message.Envelope(person, BouncesOf(delivery)), message.Write(person));
    }

    private DigestMessage OfProfile(long id)
    {
        using var turn = _turn.EnterScope();
        if (!_byProfile.TryGetValue(id, out var message))
        {
            if (_byProfile.Count == MostKept)
            {
                _byProfile.Clear();
            }

            _byProfile.Add(id, message = new DigestMessage(profiles.Of(id)));
        }

        return message;
    }

    private string? BouncesOf(DueDelivery delivery) =>
        settings.BounceAddress is { } mailbox && delivery.BounceToken.Length > 0 ? BounceAddress.Of(mailbox, delivery.BounceToken) : null;
}

/// <summary>A claimed delivery and the mail that it is.</summary>
internal sealed record PreparedDelivery(DueDelivery Delivery, Envelope Envelope, ReadOnlyMemory<byte> Message);

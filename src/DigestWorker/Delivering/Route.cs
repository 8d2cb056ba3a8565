using System.Diagnostics.CodeAnalysis;

namespace DigestWorker.Delivering;

/// <summary>An envelope whose two addresses can stand in a command, so that neither can carry a second one.</summary>
internal sealed record Route(AddressSpec From, AddressSpec Recipient)
{
    public bool NeedsUtf8 => From.NeedsUtf8 || Recipient.NeedsUtf8;

    public static bool TryRead(Envelope envelope, [NotNullWhen(true)] out Route? route, [NotNullWhen(false)] out TransportReply? refusal)
    {
        var (from, recipient) = (AddressSpec.Parse(envelope.From), AddressSpec.Parse(envelope.Recipient));
        route = from is null || recipient is null ? null : new Route(from, recipient);
        refusal = (from, recipient) switch
        {
            (null, _) => new TransportReply(TransportOutcome.Refused, TransportStage.Mail, "The sender's address is not one that mail can be sent from."),
            (_, null) => new TransportReply(TransportOutcome.Refused, TransportStage.Recipient, "The address is not one that mail can be sent to."),
            _ => null,
        };
        return route is not null;
    }
}

using System.Net.Mail;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Mailing;

/// <summary>Sends letters as soon as they are written and it is their turn, beside whatever digests are on their way.</summary>
internal sealed partial class SendLetters(
    DigestSettings settings, Letters letters, MailRate rate, Func<DeliverySettings, IMailTransport> transports, Instruments instruments, TimeProvider time, ILogger<SendLetters> logger)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(5), ServerRests = TimeSpan.FromMinutes(2);

    private readonly SafeList _safeList = new(settings.Delivery.OnlyTo);

    /// <returns>How many went out.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        IMailTransport? transport = null;
        try
        {
            while (letters.Claim(time.GetUtcNow()) is { } due)
            {
                var reply = await IsOutAsync(due, cancellationToken)
                    ? null
                    : await (transport ??= transports(settings.Delivery)).SendAsync(Envelope(due.Letter), Message(due.Letter), cancellationToken);
                sent += reply?.Outcome == TransportOutcome.Accepted ? 1 : 0;
                if (reply is not null && !Note(due, reply))
                {
                    break;
                }
            }
        }
        finally
        {
            await (transport?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        return sent;
    }

    /// <summary>Waits for the letter's turn; whoever leaves meanwhile gets it no more.</summary>
    /// <returns>True where the letter is not to be sent at all; that is noted.</returns>
    private async Task<bool> IsOutAsync(DueLetter due, CancellationToken cancellationToken)
    {
        var because = _safeList.Keeps(due.Letter.Recipient);
        if (because is null)
        {
            await WaitTurnAsync(due, cancellationToken);
            because = letters.IsWanted(due) ? null : "The subscription had ended.";
        }

        if (because is not null)
        {
            letters.End(due, DeliveryState.Suppressed, because);
            instruments.Letter(DeliveryState.Suppressed);
        }

        return because is not null;
    }

    private async Task WaitTurnAsync(DueLetter due, CancellationToken cancellationToken)
    {
        try
        {
            await rate.WaitTurnAsync(EmailAddress.DomainOf(due.Letter.Recipient), cancellationToken);
        }
        catch
        {
            letters.GiveBack(due, time.GetUtcNow());
            throw;
        }
    }

    /// <returns>False where the server had better be left alone for a while.</returns>
    private bool Note(DueLetter due, TransportReply reply)
    {
        var now = time.GetUtcNow();
        var isServersFault = reply.Stage <= TransportStage.Mail && reply.Outcome != TransportOutcome.Accepted;
        switch (reply.Outcome)
        {
            case TransportOutcome.Accepted:
                letters.Sent(due, reply.Text, now);
                instruments.Letter(DeliveryState.Sent);
                break;
            case TransportOutcome.Refused when !isServersFault:
            case TransportOutcome.Unknown when due.IsInDoubt && due.Attempts + 1 >= RetryRule.MostInDoubt:
            case TransportOutcome.Deferred or TransportOutcome.Unknown when now - due.Letter.ComposedAt > GiveUpAfter:
                letters.End(due, DeliveryState.Failed, reply.Text);
                instruments.Letter(DeliveryState.Failed);
                NotSent(due.Id, reply.Stage);
                break;
            default:
                var (state, isSoon) = reply.Outcome == TransportOutcome.Unknown ? (DeliveryState.Unknown, false) : (DeliveryState.Deferred, isServersFault || reply.IsBroken);
                letters.Again(due, state, reply.Text, isSoon ? now + ServerRests : RetryRule.After(due.Attempts + 1, now));
                instruments.Letter(state);
                NotYetSent(due.Id, reply.Stage);
                break;
        }

        return !isServersFault && !reply.IsBroken;
    }

    private static Envelope Envelope(Letter letter) => new(new MailAddress(letter.Sender).Address, letter.Recipient, letter.MessageId);

    private byte[] Message(Letter letter)
    {
        var replyTo = new MailAddress(settings.Delivery.ReplyTo ?? settings.Delivery.From);
        return MimeWriter.Write(new OutgoingMessage
        {
            From = new MailAddress(letter.Sender),
            To = new MailAddress(letter.Recipient),
            ReplyTo = replyTo,
            Subject = letter.Subject,
            Date = letter.ComposedAt,
            MessageId = letter.MessageId,
            Text = letter.Text,
            Html = letter.Html.Length == 0 ? null : MailText.Of(letter.Html),
            Headers = DigestHeaders.ForLetter(letter.Token.Length == 0 ? null : new WayOut(replyTo, letter.Token, settings.Web.Address() is { } address ? $"{address}/u/{letter.Token}" : null)),
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Id} could not be sent (stage {Stage}); it is tried again")]
    private partial void NotYetSent(long id, TransportStage stage);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Id} could not be sent (stage {Stage}) and is given up")]
    private partial void NotSent(long id, TransportStage stage);
}

using DigestWorker.Delivering.Smtp;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace DigestWorker.Delivering.MailKit;

/// <summary>Turns MailKit's exceptions into stage and outcome.</summary>
internal static class MailKitFault
{
    public static TransportReply Reply(Exception fault, TransportStage stage, IEnumerable<string?> secrets) => fault switch
    {
        SmtpCommandException refused => Said(refused).Ends(StageOf(refused, stage)),
        AuthenticationException { InnerException: SmtpCommandException refused } => Said(refused).Without(secrets).Ends(TransportStage.Auth),
        AuthenticationException => Refused(TransportStage.Auth, "The server does not accept the log-in."),
        ServiceNotAuthenticatedException => Refused(TransportStage.Mail, HeaderText.Clean(fault.Message)),
        SslHandshakeException { InnerException: IOException lost } => Lost(TransportStage.Tls, lost),
        SslHandshakeException => Refused(TransportStage.Tls, HeaderText.Clean(fault.Message)),
        NotSupportedException when stage == TransportStage.Connect => Refused(TransportStage.Tls, HeaderText.Clean(fault.Message)),
        NotSupportedException => Refused(stage, HeaderText.Clean(fault.Message)),
        _ => Lost(stage, fault),
    };

    public static bool HangsUp(Exception fault) => fault is SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    private static SmtpReply Said(SmtpCommandException refused) => new((int)refused.StatusCode, [refused.Message]);

    private static TransportStage StageOf(SmtpCommandException refused, TransportStage stage) => refused.ErrorCode switch
    {
        SmtpErrorCode.SenderNotAccepted => TransportStage.Mail,
        SmtpErrorCode.RecipientNotAccepted => TransportStage.Recipient,
        SmtpErrorCode.MessageNotAccepted => TransportStage.AfterFinalDot,
        _ => stage == TransportStage.Mail ? TransportStage.Data : stage,
    };

    private static TransportReply Lost(TransportStage stage, Exception fault) =>
        new(stage == TransportStage.AfterFinalDot ? TransportOutcome.Unknown : TransportOutcome.Deferred, stage, HeaderText.Clean(fault.Message)) { IsBroken = true };

    private static TransportReply Refused(TransportStage stage, string text) => new(TransportOutcome.Refused, stage, text);
}
